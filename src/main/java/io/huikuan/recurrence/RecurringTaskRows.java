package io.huikuan.recurrence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class RecurringTaskRows implements PanacheRepositoryBase<RecurringTask, UUID> {}
