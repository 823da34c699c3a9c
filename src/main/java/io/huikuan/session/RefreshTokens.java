package io.huikuan.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RefreshTokens implements PanacheRepositoryBase<RefreshToken, String> {}
