/**
 * Text messages to telephones, through a gateway that the operator names. Door: none of its own; the deliverer knows it by
 * {@link io.huikuan.channel.Channel}. Its invariant: the product knows one documented way to ask for a text message, and no provider.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.sms;
