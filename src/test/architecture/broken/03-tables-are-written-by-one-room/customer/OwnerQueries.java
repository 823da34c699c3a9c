package sample.customer;

import java.util.UUID;
import org.hibernate.annotations.processing.SQL;

interface OwnerQueries {
    @SQL("update team set target = null where organisation_id = :organisationId")
    int forget(UUID organisationId);
}
