package io.huikuan.hold;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Pauses implements PanacheRepositoryBase<Pause, UUID> {}
