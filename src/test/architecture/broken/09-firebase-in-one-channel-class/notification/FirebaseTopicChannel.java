package sample.notification;

import com.google.firebase.messaging.FirebaseMessaging;

class FirebaseTopicChannel {
    FirebaseMessaging messaging;
}
