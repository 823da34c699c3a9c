package sample.delivery;

import jakarta.transaction.Transactional;
import java.util.List;

/** Reaches the network in three steps: the dispatch, the interface of the channel, Firebase behind it. */
public class Impatience {
    private final NoticeDispatch dispatch;

    Impatience(NoticeDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Transactional
    public void claimAndSend() {
        dispatch.send(List.of("now"));
    }
}
