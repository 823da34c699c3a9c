package sample.customer;

import jakarta.enterprise.context.ApplicationScoped;
import sample.notification.NoticePosting;
import sample.team.TeamKeeping;

@ApplicationScoped
public class CustomerKeeping {
    CustomerKeeping(TeamKeeping teams, NoticePosting notices) {}
}
