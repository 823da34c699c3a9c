@NullMarked
package io.huikuan.subscription;

import org.jspecify.annotations.NullMarked;
