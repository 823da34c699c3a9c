/**
 * Requests to servers that somebody else has chosen: robots of work chats, webhooks, SMS gateways. Door:
 * {@link io.huikuan.outbound.OutboundHttp}, which posts once and says what became of it, and {@link io.huikuan.outbound.AllowedHosts}, which
 * says what may be posted to. Its invariant: unless an operator named the server, a request reaches an allowed host at a public address, and
 * no answer, however long, slow or clever, leads it elsewhere or holds it up.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.outbound;
