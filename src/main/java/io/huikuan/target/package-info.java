/**
 * The groups and systems outside that an organisation has told: robots of work chats and webhooks, with their URLs and secrets. Door:
 * {@link io.huikuan.target.Targets}, by which a channel learns where to send and how to sign; administrators keep the rows over HTTP.
 * Its invariant: URLs and secrets lie sealed in the database, leave it towards a channel only, and lead to no host that the operator does
 * not allow.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.target;
