package io.huikuan.customer;

/** What happens to customers and makes other rooms act, in the transaction in which it happens. */
public sealed interface CustomerEvent permits ContactOptedOut, CustomersHandedOver, CustomersReclassified {}
