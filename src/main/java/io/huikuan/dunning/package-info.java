/**
 * Dunning: customers are reminded by letter of what they owe, along a ladder of their own, where that is switched on. Doors: {@link
 * io.huikuan.dunning.DunningRuling} says whether and how, {@link io.huikuan.dunning.DunningLooking} makes one letter per customer of all that
 * is due for a step, {@link io.huikuan.dunning.LetterDeciding} approves or refuses. Its invariant: no letter asks for what is paid, held or
 * due on another day at the moment it goes out, and nobody is written to who does not want it.
 */
@NullMarked
package io.huikuan.dunning;

import org.jspecify.annotations.NullMarked;
