/**
 * Who stands in for whom while somebody is away. Doors: {@link io.huikuan.substitution.Substituting}, and the view {@code stand_in} that
 * everybody reads. Its invariant: on any day an absent person has one substitute, who is not away and holds every role of theirs;
 * nothing changes hands, so that nothing has to be given back.
 */
@NullMarked
package io.huikuan.substitution;

import org.jspecify.annotations.NullMarked;
