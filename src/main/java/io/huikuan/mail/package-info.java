/**
 * Letters by e-mail, over the SMTP server that the operator names. Door: none of its own; the deliverer knows it by
 * {@link io.huikuan.channel.Channel}. Its invariant: a letter has the same Message-ID at every try, nothing in it can become a header or
 * markup that was not meant to be one, and an answer is unknown only where the whole letter had gone out.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.mail;
