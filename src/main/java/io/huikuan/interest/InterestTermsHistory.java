package io.huikuan.interest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class InterestTermsHistory implements PanacheRepositoryBase<InterestTerms, UUID> {}
