package io.huikuan.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Organisations implements PanacheRepositoryBase<Organisation, UUID> {}
