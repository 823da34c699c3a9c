/**
 * Contracts and invoices: the documents that receivables hang on. Doors: {@link io.huikuan.document.DocumentFiling},
 * {@link io.huikuan.document.DocumentAmending}. Its invariant:
 * a number names one contract, or one invoice, of a customer, and an invoice's contract is the same customer's.
 */
@NullMarked
package io.huikuan.document;

import org.jspecify.annotations.NullMarked;
