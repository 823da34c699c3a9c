/**
 * Tells people what they must know: the inbox, the devices they carry and the deliveries to them. A message leaves through a
 * {@link io.huikuan.notification.Channel}, which tries once and says what became of it; whoever delivers decides what follows from that.
 * Nothing that leaves here names a customer, a telephone number or an amount: {@link io.huikuan.notification.PushMessage} has no room for them.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.notification;
