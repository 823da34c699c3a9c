package sample.team;

import java.util.List;
import org.hibernate.annotations.processing.HQL;

interface TeamFinding {
    @HQL("from Team")
    List<Team> all();
}
