/**
 * Sessions, their chain of refresh tokens, and who is behind a live one. Doors: {@link io.huikuan.session.SessionKeeping}, {@link
 * io.huikuan.session.SigningOut}. Its invariant: a refresh token is good for one successor, and showing an old one again after the
 * replay window ends the whole session.
 */
@NullMarked
package io.huikuan.session;

import org.jspecify.annotations.NullMarked;
