/** Who did what. */
@org.jspecify.annotations.NullMarked
package sample.audit;
