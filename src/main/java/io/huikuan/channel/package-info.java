/**
 * Ways to bring a message to somebody: FCM, and others under the same contract. Door: {@link io.huikuan.channel.Channel}, which tries once
 * and says what became of it; whoever delivers decides what follows from that. Its invariant: what leaves for a device or a group names no
 * customer, no telephone number and no amount, for a {@link io.huikuan.channel.Content.Headline} has no room for them and an {@link
 * io.huikuan.channel.Envelope} lets no letter through to them.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.channel;
