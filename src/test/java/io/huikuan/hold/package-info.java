/** What is on hold, and pauses over HTTP. */
@NullMarked
package io.huikuan.hold;

import org.jspecify.annotations.NullMarked;
