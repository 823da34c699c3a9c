/**
 * Brings what people are told to where they are: one digest per person and local day and what can't wait, over one channel after the other
 * until one has succeeded, from every replica, through crashes, twice only where nobody can know whether the first time arrived. Doors: {@link
 * io.huikuan.delivery.TellingPlanning} plans, {@link io.huikuan.delivery.DeadLetters} begins anew. Its invariant: what is told is counted at
 * the moment it is sent, to the person who has the address then, and no more often than that person's cap of the day allows.
 */
@NullMarked
package io.huikuan.delivery;

import org.jspecify.annotations.NullMarked;
