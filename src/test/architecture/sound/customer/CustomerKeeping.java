package sample.customer;

import jakarta.enterprise.context.ApplicationScoped;
import sample.notification.NoticeDispatch;
import sample.team.TeamKeeping;

@ApplicationScoped
public class CustomerKeeping {
    CustomerKeeping(TeamKeeping teams, NoticeDispatch notices) {}
}
