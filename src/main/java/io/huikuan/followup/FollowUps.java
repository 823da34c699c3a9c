package io.huikuan.followup;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUp, UUID> {}
