/** Promises to pay over HTTP, and what money and days make of them. */
@NullMarked
package io.huikuan.promise;

import org.jspecify.annotations.NullMarked;
