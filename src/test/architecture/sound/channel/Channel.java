package sample.channel;

public interface Channel {
    int batchSize();

    void send(String notice);
}
