package io.huikuan.assignment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PolicyAssignments implements PanacheRepositoryBase<PolicyAssignment, UUID> {}
