package io.pgorm.database.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a PostgreSQL server, and counts how often the client waits for the server. So a test can
 * state what a piece of code costs where the network is slow, which a fast local server hides:
 *
 * {@snippet :
 * try (var proxy = RoundTripProxy.start("localhost", 5432)) {
 *     var dataSource = dataSourceFor(proxy.jdbcUrl("app"));
 *     proxy.assertRoundTrips(1, () -> loadDashboard(dataSource));
 * }
 * }
 *
 * <p>A round trip is one Sync, one simple query or function call, or the end of the data of a COPY: what a client sends
 * before it waits. So {@code COPY ... FROM STDIN} takes two, whatever its size. Logging in does not count. What a pool
 * or a driver does of its own accord on a connection (a liveness check, a new connection's first settings) does, so open
 * the connections before measuring.
 *
 * <p>Between client and proxy, and between proxy and server, nothing is encrypted: a request for encryption is refused,
 * and a server that insists on it refuses the connection. For tests on one machine.
 *
 * <p>Thread-safe. All clients count together.
 */
public final class RoundTripProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final AtomicLong count = new AtomicLong();
    private final Set<Recording> recordings = ConcurrentHashMap.newKeySet();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;

    private RoundTripProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * Listens on a free port of the loopback interface for clients of the server at {@code host} and {@code port}.
     * Whether the server is there shows when the first client comes.
     *
     * @throws UncheckedIOException where no port can be had
     */
    public static RoundTripProxy start(String host, int port) {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var proxy = new RoundTripProxy(new InetSocketAddress(host, port), listener);
            Thread.ofVirtual().name("round-trip-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a proxy of " + host + ":" + port, e);
        }
    }

    /**
     * As {@link #start(String, int)}, for the server that a JDBC URL with one host names.
     *
     * @throws IllegalArgumentException where the URL names no single host
     */
    public static RoundTripProxy start(String jdbcUrl) {
        var match = Pattern.compile("jdbc:postgresql://(?<host>[^/?,:]+|\\[[^]]+])(?::(?<port>\\d+))?/.*")
                .matcher(jdbcUrl);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not jdbc:postgresql://host:port/database: " + jdbcUrl);
        }
        String port = match.group("port");
        return start(match.group("host"), port == null ? 5432 : Integer.parseInt(port));
    }

    /** The port to connect to, on the loopback interface. */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * The URL of {@code database} by way of this proxy, without user and password. Its parameters spare the attempt to
     * encrypt, and let the driver put its first settings into the start-up packet.
     */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + listener.getInetAddress().getHostAddress() + ":" + port() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8)
                + "?sslmode=disable&gssEncMode=disable&assumeMinServerVersion=12";
    }

    /** Lets every round trip from now on take this much longer, as a network would. Not negative. */
    public void setDelay(Duration newDelay) {
        if (newDelay.isNegative()) {
            throw new IllegalArgumentException("A negative delay: " + newDelay);
        }
        delay = newDelay;
    }

    /** The round trips since the start. */
    public long count() {
        return count.get();
    }

    /**
     * Runs {@code work} and notes the round trips of all clients that begin meanwhile.
     *
     * @throws Exception what {@code work} throws
     */
    public <T extends @Nullable Object> Counted<T> measure(Callable<T> work) throws Exception {
        var recording = new Recording();
        recordings.add(recording);
        try {
            T value = work.call();
            return new Counted<>(value, recording.trips);
        } finally {
            recordings.remove(recording);
        }
    }

    /**
     * Runs {@code work} and compares its round trips.
     *
     * @throws AssertionError where there were more or fewer than {@code expected}; the message lists what was sent in each
     */
    public void assertRoundTrips(int expected, Runnable work) {
        Counted<Boolean> counted;
        try {
            counted = measure(() -> {
                work.run();
                return true;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A Runnable throws no checked exception", e);
        }
        if (counted.count() != expected) {
            var message = new StringBuilder("Expected " + expected + (expected == 1 ? " round trip" : " round trips")
                    + ", but there were " + counted.count() + ":");
            for (int i = 0; i < counted.count(); i++) {
                message.append("\n  ")
                        .append(i + 1)
                        .append(". ")
                        .append(counted.trips().get(i));
            }
            throw new AssertionError(message.toString());
        }
    }

    /** The trips of one measurement. A class and not a list, since two that hold the same trips are still two. */
    private static final class Recording {
        private final List<RoundTrip> trips = new CopyOnWriteArrayList<>();
    }

    /** Stops listening and breaks every connection. Closing twice does nothing. */
    @Override
    public void close() {
        closeQuietly(listener);
        sockets.forEach(RoundTripProxy::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = track(listener.accept());
                Thread.ofVirtual().name("round-trip-proxy-client").start(() -> serve(client));
            } catch (IOException e) {
                // closed, or one client that did not come through
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var toServer = track(new Socket())) {
            toServer.connect(server);
            var reader = new FrontendReader(client.getInputStream());
            var out = new BufferedOutputStream(toServer.getOutputStream(), 1 << 16);
            reader.startUp(out, client.getOutputStream());
            Thread answers = Thread.ofVirtual().name("round-trip-proxy-server").start(() -> answer(toServer, client));
            passOn(reader, out);
            // what the server still has to say, an error most of all, must reach the client
            toServer.shutdownOutput();
            answers.join();
        } catch (IOException e) {
            // one side went away: closing both is what it would have seen without us
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.removeIf(Socket::isClosed);
        }
    }

    private void passOn(FrontendReader reader, BufferedOutputStream out) throws IOException, InterruptedException {
        for (var message = reader.next(); message != null; message = reader.next()) {
            RoundTrip trip = message.trip();
            if (trip != null) {
                count.incrementAndGet();
                recordings.forEach(recording -> recording.trips.add(trip));
                if (!delay.isZero()) {
                    out.flush();
                    Thread.sleep(delay);
                }
            }
            message.send(out);
            if (trip != null || !reader.hasMore()) {
                out.flush();
            }
        }
    }

    private static void answer(Socket server, Socket client) {
        try {
            server.getInputStream().transferTo(client.getOutputStream());
            client.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private Socket track(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        if (listener.isClosed()) {
            socket.close();
        }
        return socket;
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it was going away in any case
            return;
        }
    }
}
