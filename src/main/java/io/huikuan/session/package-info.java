/**
 * Being signed in: access and refresh tokens, sessions, the slow-down of guessing. Doors: {@link
 * io.huikuan.session.SigningIn}, {@link io.huikuan.session.SigningOut}, {@link io.huikuan.session.SessionKeeping}. Its invariant: a refresh token is good for one
 * successor, and showing an old one again after the replay window ends the whole session.
 */
@NullMarked
package io.huikuan.session;

import org.jspecify.annotations.NullMarked;
