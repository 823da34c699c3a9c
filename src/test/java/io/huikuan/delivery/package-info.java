/** Devices over HTTP, and the dispatcher with the real SDK against a stand-in for FCM. */
@NullMarked
package io.huikuan.delivery;

import org.jspecify.annotations.NullMarked;
