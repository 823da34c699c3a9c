/** The room against a stand-in for FCM on this machine; the SDK in between is the real one. */
@org.jspecify.annotations.NullMarked
package io.huikuan.channel;
