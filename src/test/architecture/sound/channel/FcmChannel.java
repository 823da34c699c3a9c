package sample.channel;

import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.Message;

class FcmChannel implements Channel {
    private final FirebaseMessaging messaging;

    FcmChannel(FirebaseMessaging messaging) {
        this.messaging = messaging;
    }

    @Override
    public int batchSize() {
        return 100;
    }

    @Override
    public void send(String notice) {
        deliver(Message.builder().setToken(notice).build());
    }

    private void deliver(Message message) {
        try {
            messaging.send(message);
        } catch (FirebaseMessagingException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
