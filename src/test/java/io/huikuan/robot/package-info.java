/** Tests of the channels to groups and systems; the other side is {@link io.huikuan.outbound.LoopbackHttp}. */
@org.jspecify.annotations.NullMarked
package io.huikuan.robot;
