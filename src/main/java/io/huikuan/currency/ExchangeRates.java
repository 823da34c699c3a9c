package io.huikuan.currency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ExchangeRates implements PanacheRepositoryBase<ExchangeRate, UUID> {}
