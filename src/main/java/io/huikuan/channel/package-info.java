/**
 * Ways to bring a message to a device: FCM, and others under the same contract. Door: {@link io.huikuan.channel.Channel}, which tries once
 * and says what became of it; whoever delivers decides what follows from that. Its invariant: nothing that leaves here names a customer, a
 * telephone number or an amount, for {@link io.huikuan.channel.PushMessage} has no room for them.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.channel;
