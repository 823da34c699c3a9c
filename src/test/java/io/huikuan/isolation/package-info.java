/**
 * Proves that rows of one organisation never reach another: in the tables, in the entities, and in every statement that is
 * written down. What is added later falls under these tests by itself.
 */
@NullMarked
package io.huikuan.isolation;

import org.jspecify.annotations.NullMarked;
