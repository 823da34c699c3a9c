package sample.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import sample.channel.Channel;

/** Claims in one transaction, sends outside of any, and may ask a channel how much it takes in both. */
@ApplicationScoped
public class NoticeDispatch {
    private final Optional<Channel> channel;

    NoticeDispatch(Optional<Channel> channel) {
        this.channel = channel;
    }

    @Transactional
    public List<String> claim() {
        return channel.map(Channel::batchSize).map(String::valueOf).stream().toList();
    }

    public void send(List<String> notices) {
        channel.ifPresent(to -> notices.forEach(to::send));
    }
}
