package io.huikuan.receivable;

import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Changes a receivable by itself, where nothing larger says when it is due. */
@ApplicationScoped
public class ReceivableChanging {
    private final ReceivableRescheduling rescheduling;
    private final List<AgreedDueDates> agreed;

    ReceivableChanging(ReceivableRescheduling rescheduling, @All List<AgreedDueDates> agreed) {
        this.rescheduling = rescheduling;
        this.agreed = agreed;
    }

    /**
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws NotFound when there is none that the viewer sees
     * @throws io.huikuan.platform.Problem when its date is to be another one, and was agreed as a part of something larger
     */
    @Transactional
    public ReceivableView change(
            Viewer viewer,
            UUID id,
            ChangedReceivable change,
            Consumer<ReceivableView> check,
            LocalDate today,
            Instant now) {
        return rescheduling.change(
                viewer,
                id,
                change,
                present -> {
                    check.accept(present);
                    if (change.dueOn() != null && !change.dueOn().equals(present.dueOn())) {
                        agreed.forEach(dates -> dates.requireFree(viewer.organisationId(), id));
                    }
                },
                today,
                now);
    }
}
