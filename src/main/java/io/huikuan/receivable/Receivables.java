package io.huikuan.receivable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Receivables implements PanacheRepositoryBase<Receivable, UUID> {}
