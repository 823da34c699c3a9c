package io.huikuan.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Adjustments implements PanacheRepositoryBase<Adjustment, UUID> {}
