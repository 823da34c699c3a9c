package sample.team;

import org.hibernate.annotations.processing.SQL;

interface MemberQueries {
    @SQL("select count(*) from member /* of every organisation_id */")
    long count();
}
