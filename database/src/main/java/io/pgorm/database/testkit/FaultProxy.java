package io.pgorm.database.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Stands between a client and a PostgreSQL server, and is a bad network: at a chosen round trip, or for every connection
 * at a chosen moment.
 *
 * <p>Nothing is encrypted, as with {@link RoundTripProxy}. Thread-safe.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile InetSocketAddress server;
    private volatile Function<RoundTrip, Fault> faults = trip -> Fault.NONE;
    private volatile boolean refusing;

    private FaultProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * Listens on a free port of the loopback interface.
     *
     * @throws UncheckedIOException where no port can be had
     */
    public static FaultProxy start(String host, int port) {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var proxy = new FaultProxy(new InetSocketAddress(host, port), listener);
            Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a proxy of " + host + ":" + port, e);
        }
    }

    /** The URL of {@code database} by way of this proxy, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + "/" + database
                + "?sslmode=disable&gssEncMode=disable";
    }

    /** What becomes of each round trip from now on; asked by several threads. */
    public void setFaults(Function<RoundTrip, Fault> newFaults) {
        faults = newFaults;
    }

    /** Resets every connection there is. */
    public void resetAll() {
        links.forEach(Link::reset);
    }

    /** Every connection there is falls silent, and stays open. */
    public void stallAll() {
        links.forEach(link -> link.stalled = true);
    }

    /** Whether new connections are reset at once. */
    public void setRefusing(boolean newRefusing) {
        refusing = newRefusing;
    }

    /** How many connections there are. */
    public int connections() {
        return links.size();
    }

    /** Stops listening and breaks every connection. */
    @Override
    public void close() {
        closeQuietly(listener);
        resetAll();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    Thread.ofVirtual().name("fault-proxy-client").start(() -> serve(client));
                }
            } catch (IOException e) {
                // closed, or one client that did not come through
            }
        }
    }

    private void serve(Socket client) {
        var link = new Link(client, new Socket());
        links.add(link);
        try {
            client.setTcpNoDelay(true);
            link.toServer.setTcpNoDelay(true);
            link.toServer.connect(server);
            Thread.ofVirtual().name("fault-proxy-server").start(() -> answer(link));
            request(link);
            link.toServer.shutdownOutput();
            link.answered.await();
        } catch (IOException e) {
            // one side went away
            link.reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(client);
            closeQuietly(link.toServer);
            links.remove(link);
        }
    }

    /** A trip is passed on as a whole, so that one that is lost is lost as a whole. */
    private void request(Link link) throws IOException {
        var reader = new FrontendReader(link.client.getInputStream());
        OutputStream out = link.toServer.getOutputStream();
        reader.startUp(out, link.client.getOutputStream());
        var trip = new ByteArrayOutputStream();
        for (var message = reader.next(); message != null; message = reader.next()) {
            RoundTrip ended = message.trip();
            message.send(trip);
            if (ended == null && reader.hasMore()) {
                continue;
            }
            Fault fault = ended == null || ended.statements().isEmpty() ? Fault.NONE : faults.apply(ended);
            if (fault == Fault.LOSE_REQUEST) {
                link.reset();
                return;
            }
            link.loseAnswer = fault == Fault.LOSE_ANSWER;
            link.stalled |= fault == Fault.STALL;
            if (!link.stalled || fault == Fault.STALL) {
                trip.writeTo(out);
                out.flush();
            }
            trip.reset();
        }
    }

    private static void answer(Link link) {
        try {
            InputStream in = link.toServer.getInputStream();
            OutputStream out = link.client.getOutputStream();
            var buffer = new byte[1 << 14];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (link.loseAnswer) {
                    link.reset();
                    return;
                }
                if (!link.stalled) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
            if (!link.stalled) {
                link.client.shutdownOutput();
            }
        } catch (IOException e) {
            link.reset();
        } finally {
            link.answered.countDown();
        }
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            // it was going away in any case
            return;
        }
    }

    /** The two halves of a connection. */
    private static final class Link {
        private final Socket client;
        private final Socket toServer;
        private final CountDownLatch answered = new CountDownLatch(1);
        private volatile boolean loseAnswer;
        private volatile boolean stalled;

        Link(Socket client, Socket toServer) {
            this.client = client;
            this.toServer = toServer;
        }

        /** The client gets a reset and not an end. */
        void reset() {
            try {
                client.setSoLinger(true, 0);
            } catch (IOException e) {
                // closed already
            }
            closeQuietly(client);
            closeQuietly(toServer);
        }
    }
}
