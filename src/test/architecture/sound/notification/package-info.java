/** Notices and the channels that bring them. */
@org.jspecify.annotations.NullMarked
package sample.notification;
