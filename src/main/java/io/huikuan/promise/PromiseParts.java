package io.huikuan.promise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PromiseParts implements PanacheRepositoryBase<PromisePart, UUID> {}
