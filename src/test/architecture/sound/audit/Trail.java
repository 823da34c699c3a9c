package sample.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

@ApplicationScoped
public class Trail {
    @Transactional(TxType.MANDATORY)
    public void add(String what, Instant now) {}
}
