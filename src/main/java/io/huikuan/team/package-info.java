/**
 * The team tree, and hence who may see whom. Doors: {@link io.huikuan.team.Sight}, {@link io.huikuan.team.TeamKeeping}. Its
 * invariant: the tree has no cycles, and nobody sees a customer of an owner who is not below them.
 */
@NullMarked
package io.huikuan.team;

import org.jspecify.annotations.NullMarked;
