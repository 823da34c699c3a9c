package sample.notification;

import jakarta.enterprise.context.ApplicationScoped;
import sample.delivery.NoticeDispatch;

@ApplicationScoped
public class NoticePosting {
    NoticePosting(NoticeDispatch dispatch) {}
}
