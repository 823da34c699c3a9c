/** Customers. */
@org.jspecify.annotations.NullMarked
package sample.customer;
