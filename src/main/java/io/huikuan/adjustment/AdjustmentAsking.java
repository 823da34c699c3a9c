package io.huikuan.adjustment;

import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;

/** Asks for adjustments that a second person decides on, and shows what one comes to once that person agrees. */
@ApplicationScoped
public class AdjustmentAsking {
    private final AdjustmentProposing proposing;
    private final AdjustmentDeciding deciding;
    private final AdjustmentReading reading;

    AdjustmentAsking(AdjustmentProposing proposing, AdjustmentDeciding deciding, AdjustmentReading reading) {
        this.proposing = proposing;
        this.deciding = deciding;
        this.reading = reading;
    }

    /**
     * @return the proposal; it changes nothing yet
     * @throws NotFound when the customer is not the viewer's to see
     * @throws InvalidRequest when it makes no sense in itself, or beside what is there
     * @throws AdjustmentExceedsOpenAmount when a line is more than is open on its receivable
     * @throws io.huikuan.closing.PeriodClosed when it would count from a closed day
     * @throws AlreadyExists when another one has its id or its number
     */
    @Transactional
    public AdjustmentView ask(Viewer viewer, NewAdjustment wanted, LocalDate today, Instant now) {
        return reading.one(viewer, wanted.kind(), proposing.propose(viewer, wanted, today, now));
    }

    /** See {@link AdjustmentDeciding#foresee}: the proposal counts, in a transaction that is rolled back. */
    @Transactional(TxType.MANDATORY)
    public void foresee(Viewer viewer, AdjustmentView proposal, Instant now) {
        deciding.foresee(viewer, proposal.kind(), proposal.id(), now);
    }
}
