/**
 * People who sign in: users, roles, passwords. Doors: {@link io.huikuan.account.UserKeeping}, {@link
 * io.huikuan.account.PasswordKeeping}, {@link io.huikuan.account.UserDirectory}, {@link io.huikuan.account.OrganisationOpening}; who
 * loses access is told by {@link io.huikuan.account.AccessRevoked}. Its invariant: a password is only ever stored as an Argon2id hash,
 * and one set by somebody else is changed at the first sign-in.
 */
@NullMarked
package io.huikuan.account;

import org.jspecify.annotations.NullMarked;
