/** Tests of text messages; the gateway is {@link io.huikuan.outbound.LoopbackHttp}. */
@org.jspecify.annotations.NullMarked
package io.huikuan.sms;
