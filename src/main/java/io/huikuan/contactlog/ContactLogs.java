package io.huikuan.contactlog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ContactLogs implements PanacheRepositoryBase<ContactLog, UUID> {}
