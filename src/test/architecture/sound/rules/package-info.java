/** Arithmetic of the sample. */
@org.jspecify.annotations.NullMarked
package sample.rules;
