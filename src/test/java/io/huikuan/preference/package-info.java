@NullMarked
package io.huikuan.preference;

import org.jspecify.annotations.NullMarked;
