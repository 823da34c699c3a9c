package io.huikuan.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ChannelTargets implements PanacheRepositoryBase<ChannelTarget, UUID> {}
