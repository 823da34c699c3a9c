package sample.notification;

interface Channel {
    int batchSize();

    void send(String notice);
}
