package io.huikuan.assignment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a policy is assigned to, the most specific first. */
@Schema(name = "PolicyScope")
public enum PolicyScope {
    CONTRACT,
    CUSTOMER,
    CUSTOMER_CLASS,
    ORGANISATION
}
