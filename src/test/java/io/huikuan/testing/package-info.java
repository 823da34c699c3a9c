/** What tests of every room share. */
@NullMarked
package io.huikuan.testing;

import org.jspecify.annotations.NullMarked;
