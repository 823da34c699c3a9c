package io.huikuan.dispute;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Disputes implements PanacheRepositoryBase<Dispute, UUID> {}
