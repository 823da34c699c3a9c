package io.huikuan.currency;

import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes down what currencies are worth. */
@ApplicationScoped
public class ExchangeRateRecording {
    private final ExchangeRates rates;
    private final AuditTrail audit;

    ExchangeRateRecording(ExchangeRates rates, AuditTrail audit) {
        this.rates = rates;
        this.audit = audit;
    }

    /**
     * Takes nothing back: what was recorded before still counts for whoever asks as known at an earlier moment.
     *
     * @throws AlreadyExists when another rate has the id
     */
    @Transactional
    public UUID record(Viewer viewer, NewExchangeRate wanted, Instant now) {
        var id = Ids.orNext(wanted.id());
        if (rates.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        rates.persistAndFlush(new ExchangeRate(id, wanted, viewer.userId(), now));
        var details = Map.of(
                "pair", wanted.from() + "/" + wanted.to(),
                "rate", ExchangeRateView.plain(wanted.rate()),
                "date", wanted.date().toString(),
                "source", wanted.source());
        audit.record(
                viewer.organisationId(), viewer.userId(), "exchange-rate.recorded", "exchange-rate", id, details, now);
        return id;
    }
}
