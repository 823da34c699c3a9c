/** Brings notices to devices. */
@org.jspecify.annotations.NullMarked
package sample.delivery;
