/**
 * Pure arithmetic of money and dates. Knows nothing but the JDK; every number or date in a requirement is decided here.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.rules;
