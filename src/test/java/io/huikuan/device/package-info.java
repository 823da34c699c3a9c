@NullMarked
package io.huikuan.device;

import org.jspecify.annotations.NullMarked;
