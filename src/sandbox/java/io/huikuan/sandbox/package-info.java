/**
 * What only dev, demo and tests have: their own database and data to look at.
 * Its door for the product is {@link io.huikuan.platform.DatabaseProvision}, found by {@link java.util.ServiceLoader}.
 * No room knows it, and {@code -Pproduction} leaves it out.
 */
@NullMarked
package io.huikuan.sandbox;

import org.jspecify.annotations.NullMarked;
