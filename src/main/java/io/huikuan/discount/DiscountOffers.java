package io.huikuan.discount;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class DiscountOffers implements PanacheRepositoryBase<DiscountOffer, UUID> {}
