/**
 * The inbox: what each person is told about the money that concerns them. Doors: {@link io.huikuan.notification.NoticePosting}, {@link
 * io.huikuan.notification.NoticeClosing} and {@link io.huikuan.notification.NoticeReopening}; who acknowledges a notice fires {@link io.huikuan.notification.NoticeAcknowledged}. Its invariant:
 * a person's inbox holds each receivable, step and occurrence once, however often it is posted.
 */
@NullMarked
package io.huikuan.notification;

import org.jspecify.annotations.NullMarked;
