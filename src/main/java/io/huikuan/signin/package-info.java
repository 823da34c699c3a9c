/**
 * Signing in with a name and password, and going on with a refresh token; and the slow-down of guessing, with its attempts. Door:
 * {@link io.huikuan.signin.SigningIn}. Its invariant: whatever of the credentials is wrong, the answer is the same, and it
 * is one attempt less for that account and that address.
 */
@NullMarked
package io.huikuan.signin;

import org.jspecify.annotations.NullMarked;
