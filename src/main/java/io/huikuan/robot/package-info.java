/**
 * Channels to the groups and systems of room {@code target}: robots of WeCom, DingTalk and Feishu, and signed webhooks. Door: none of its
 * own; the deliverer knows them by {@link io.huikuan.channel.Channel}. Its invariant: what is said to a group is counts and a link, unless
 * the organisation has allowed more, and an answer of 200 proves nothing before its body has been read.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.robot;
