package io.huikuan.customer;

import org.jspecify.annotations.Nullable;

/** What anybody who may write a customer may say of it; what is absent stays. */
public record CustomerDetails(
        @Nullable String name,
        @Nullable String customerClass,
        @Nullable String paymentMethod,
        @Nullable String paymentCycle,
        @Nullable String note) {}
