package io.huikuan.contactlog;

import io.huikuan.dispute.NewDispute;
import io.huikuan.promise.NewPromise;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said that has consequences.
 *
 * @param promise what is to be paid by when; null where nothing was promised
 * @param dispute what is contested; null where nothing is
 */
public record Said(@Nullable NewPromise promise, @Nullable NewDispute dispute) {}
