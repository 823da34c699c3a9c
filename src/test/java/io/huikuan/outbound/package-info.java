/** Tests of what posts to strangers' servers; {@link io.huikuan.outbound.LoopbackHttp} is the stranger. */
@org.jspecify.annotations.NullMarked
package io.huikuan.outbound;
