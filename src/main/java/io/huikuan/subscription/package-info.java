/**
 * What people have asked to be told regularly, or to have a robot or webhook told: which numbers, when, by which channel, and until they say
 * stop. Door: {@link
 * io.huikuan.subscription.Subscribing}. Its invariant: a letter says the numbers that the API gives its reader at that moment, for it asks
 * the same doors as the API does.
 */
@NullMarked
package io.huikuan.subscription;

import org.jspecify.annotations.NullMarked;
