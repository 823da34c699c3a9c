package io.huikuan.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class TermsTemplates implements PanacheRepositoryBase<Terms, UUID> {}
