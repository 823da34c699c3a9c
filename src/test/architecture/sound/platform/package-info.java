/** The floor. */
@org.jspecify.annotations.NullMarked
package sample.platform;
