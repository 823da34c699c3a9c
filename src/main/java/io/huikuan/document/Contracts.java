package io.huikuan.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class Contracts implements PanacheRepositoryBase<Contract, UUID> {
    boolean hasOf(UUID customerId, UUID id) {
        return findByIdOptional(id)
                .filter(contract -> contract.customerId.equals(customerId))
                .isPresent();
    }
}
