/**
 * On which terms an organisation sells: templates of payment terms, and from when on a changed plan needs a second person's approval.
 * Doors: {@link io.huikuan.terms.TermsKeeping}, {@link io.huikuan.terms.ReplanLimits}. Its invariant: the portions of a template are
 * 100 percent exactly, and a name means one template.
 */
@NullMarked
package io.huikuan.terms;

import org.jspecify.annotations.NullMarked;
