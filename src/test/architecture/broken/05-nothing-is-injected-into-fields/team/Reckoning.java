package sample.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class Reckoning {
    @Inject
    Teams teams;
}
