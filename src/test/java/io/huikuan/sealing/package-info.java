/** Tests of what lies encrypted in the database. */
@org.jspecify.annotations.NullMarked
package io.huikuan.sealing;
