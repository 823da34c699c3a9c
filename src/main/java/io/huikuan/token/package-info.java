/**
 * Access tokens: the keys that sign and verify them, the keys that are published, the tokens themselves. Door: {@link
 * io.huikuan.token.AccessTokens}, whose tokens are read back as {@link io.huikuan.token.TokenBearer}. Its invariant: what is read
 * was signed by a key of this installation with RS256, and names its bearer; whether that one's session still lives is not known here.
 */
@NullMarked
package io.huikuan.token;

import org.jspecify.annotations.NullMarked;
