package sample.channel;

import com.google.firebase.messaging.FirebaseMessaging;

class FirebaseTopicChannel {
    FirebaseMessaging messaging;
}
