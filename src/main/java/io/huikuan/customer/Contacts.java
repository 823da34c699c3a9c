package io.huikuan.customer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Contacts implements PanacheRepositoryBase<Contact, UUID> {}
