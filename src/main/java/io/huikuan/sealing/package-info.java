/**
 * Encryption of the secrets that the database keeps for others: URLs with keys in them, and what requests are signed with. Door:
 * {@link io.huikuan.sealing.Sealing}. Its invariant: what was sealed for one place opens at no other, and nothing sealed can be changed
 * without being found out.
 */
@org.jspecify.annotations.NullMarked
package io.huikuan.sealing;
