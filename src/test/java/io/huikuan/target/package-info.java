/** Tests of the groups and systems outside that an organisation has told. */
@org.jspecify.annotations.NullMarked
package io.huikuan.target;
