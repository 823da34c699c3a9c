/** Tests of letters by e-mail, against GreenMail for what arrives and {@link io.huikuan.mail.ScriptedSmtp} for what goes wrong. */
@org.jspecify.annotations.NullMarked
package io.huikuan.mail;
