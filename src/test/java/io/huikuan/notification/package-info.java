/** The inbox over HTTP, and its doors. */
@NullMarked
package io.huikuan.notification;

import org.jspecify.annotations.NullMarked;
