package io.huikuan.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Invoices implements PanacheRepositoryBase<Invoice, UUID> {}
