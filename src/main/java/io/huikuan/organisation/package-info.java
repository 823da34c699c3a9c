/**
 * The company: its code, time zone, currency and locale. Door: {@link io.huikuan.organisation.OrganisationRegister}. Its
 * invariant: an organisation is the root of everything it owns and is itself seen by nobody else.
 */
@NullMarked
package io.huikuan.organisation;

import org.jspecify.annotations.NullMarked;
