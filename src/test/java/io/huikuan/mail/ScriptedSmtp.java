package io.huikuan.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** An SMTP server on the loopback interface that answers each command as it is told. */
final class ScriptedSmtp implements AutoCloseable {

    /** In place of an answer: the line drops. */
    static final String HANG_UP = "hang up";

    /** In place of an answer: nothing, for as long as the server lives. */
    static final String SILENCE = "silence";

    /** The command that the end of a letter counts as. */
    static final String END = "END";

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*<([^@>]+)@");
    private static final Map<String, String> USUAL = Map.of(
            "HELLO",
            "220 scripted ESMTP",
            "EHLO",
            "250-scripted\r\n250-AUTH PLAIN\r\n250 ENHANCEDSTATUSCODES",
            "AUTH",
            "235 2.7.0 welcome",
            "MAIL",
            "250 2.1.0 go on",
            "RCPT",
            "250 2.1.5 go on",
            "DATA",
            "354 go on",
            END,
            "250 2.0.0 taken",
            "QUIT",
            "221 bye");

    private final ServerSocket server;
    private final Map<String, String> script = new ConcurrentHashMap<>(USUAL);
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    ScriptedSmtp() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What to answer to this command from now on. */
    void answering(String command, String answer) {
        script.put(command, answer);
    }

    /** Letters are answered as usual, but not before the latch is open. */
    void answeringAfter(CountDownLatch opened) {
        gate = opened;
        script.putAll(USUAL);
    }

    /** As they came, one for every time. */
    List<String> letters() {
        return List.copyOf(letters);
    }

    /** Their first words, as they came. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** The first parts of their Message-IDs. */
    List<String> ids() {
        return letters.stream().map(ScriptedSmtp::idOf).toList();
    }

    private static String idOf(String letter) {
        var id = MESSAGE_ID.matcher(letter);
        return id.find() ? id.group(1) : "";
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var going = say(socket, "HELLO");
            while (going) {
                var line = in.readLine();
                if (line == null) {
                    return;
                }
                var command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                commands.add(command);
                going = say(socket, command);
                if (command.equals("DATA") && script.getOrDefault("DATA", "").startsWith("354")) {
                    letters.add(letter(in));
                    await(gate);
                    going = say(socket, END);
                }
            }
        } catch (IOException hungUp) {
            // the client's affair
        } finally {
            open.remove(socket);
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var letter = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            letter.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return letter.toString();
    }

    /** False where the conversation ends here. */
    private boolean say(Socket socket, String command) throws IOException {
        var answer = script.getOrDefault(command, "250 2.0.0 fine");
        if (answer.equals(SILENCE)) {
            await(closed);
        }
        if (answer.equals(SILENCE) || answer.equals(HANG_UP)) {
            return false;
        }
        socket.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        return !command.equals("QUIT");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("nobody opened the latch");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
