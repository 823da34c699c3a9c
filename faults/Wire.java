import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The line from the replicas to PostgreSQL, which can be cut. Whoever is talking then gets a reset, and can't know what has become of what
 * was under way: a commit may have arrived, and its answer not.
 */
final class Wire implements AutoCloseable {

    private static final int OUTSIDE_BACKLOG = 200;

    private final ServerSocket door = new ServerSocket(0, OUTSIDE_BACKLOG, InetAddress.getLoopbackAddress());
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();

    /** @param target a port of this machine */
    Wire(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** @return how many connections there were */
    int cut() {
        var cut = 0;
        for (var end : ends) {
            reset(end);
            cut++;
        }
        return cut / 2;
    }

    private void serve() {
        try {
            while (true) {
                var near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket near) {
        try {
            var far = new Socket(InetAddress.getLoopbackAddress(), target);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            ends.add(near);
            ends.add(far);
            Thread.ofVirtual().start(() -> pass(near, far));
            Thread.ofVirtual().start(() -> pass(far, near));
        } catch (IOException nobodyThere) {
            reset(near);
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // Both ends get to know it below.
        } finally {
            reset(from);
            reset(to);
        }
    }

    private void reset(Socket end) {
        ends.remove(end);
        try (end) {
            end.setSoLinger(true, 0); // a close is then a reset
        } catch (IOException closed) {
            // So it should be.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
