package sample.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

@Entity
class Team {
    @Id
    UUID id;

    BigDecimal target;
}
