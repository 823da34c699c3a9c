/** People. */
@org.jspecify.annotations.NullMarked
package sample.account;
