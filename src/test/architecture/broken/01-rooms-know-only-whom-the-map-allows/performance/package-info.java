/** Numbers. */
@org.jspecify.annotations.NullMarked
package sample.performance;
