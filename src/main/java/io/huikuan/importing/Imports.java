package io.huikuan.importing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Imports implements PanacheRepositoryBase<Import, UUID> {}
