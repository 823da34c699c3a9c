/** Holds the API document to what app developers were promised: complete, in one style, and never broken. */
@NullMarked
package io.huikuan.openapi;

import org.jspecify.annotations.NullMarked;
