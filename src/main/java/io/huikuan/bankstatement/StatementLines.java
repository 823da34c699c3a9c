package io.huikuan.bankstatement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class StatementLines implements PanacheRepositoryBase<StatementLine, UUID> {}
