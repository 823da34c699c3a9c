/** Ways to bring a notice to a device. */
@org.jspecify.annotations.NullMarked
package sample.channel;
