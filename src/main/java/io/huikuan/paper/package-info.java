/**
 * What documents for customers are set in: fonts that come with the product, tables, page numbers. It owns no table; its doors are its
 * classes. Its invariant: a text is never shown with a gap where a font lacks a character.
 */
@NullMarked
package io.huikuan.paper;

import org.jspecify.annotations.NullMarked;
