/** Tells people. */
@org.jspecify.annotations.NullMarked
package sample.notification;
