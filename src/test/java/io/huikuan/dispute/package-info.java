/** Disputes over HTTP. */
@NullMarked
package io.huikuan.dispute;

import org.jspecify.annotations.NullMarked;
