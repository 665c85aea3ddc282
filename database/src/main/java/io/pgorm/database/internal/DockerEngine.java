package io.pgorm.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Docker engine answers. Asked here, by a ping of our own, because Testcontainers takes seconds and prints
 * stack traces to find out that there is none. The places are those where Testcontainers would look.
 */
final class DockerEngine {

    private static final long TIMEOUT_MILLIS = 2000;

    private DockerEngine() {}

    /** The address at which an engine answers, if one does. Takes milliseconds, two seconds at the worst. */
    static Optional<String> find() {
        return addresses().stream().filter(DockerEngine::answers).findFirst();
    }

    /** Where an engine is looked for. One that the user names is the only one. */
    static List<String> addresses() {
        String named = System.getenv("DOCKER_HOST");
        if (named == null || named.isBlank()) {
            named = fromTestcontainersSettings();
        }
        if (named != null) {
            return List.of(named);
        }
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return List.of("npipe:////./pipe/docker_engine");
        }
        var addresses = new ArrayList<String>();
        addresses.add("unix:///var/run/docker.sock");
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            addresses.add("unix://" + runtime + "/docker.sock");
        }
        String home = System.getProperty("user.home", "");
        addresses.add("unix://" + home + "/.docker/run/docker.sock");
        addresses.add("unix://" + home + "/.docker/desktop/docker.sock");
        return addresses;
    }

    private static @Nullable String fromTestcontainersSettings() {
        Path file = Path.of(System.getProperty("user.home", ""), ".testcontainers.properties");
        var settings = new Properties();
        if (Files.isReadable(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                settings.load(in);
            } catch (IOException | IllegalArgumentException e) {
                return null;
            }
        }
        return settings.getProperty("docker.host", settings.getProperty("tc.host"));
    }

    private static boolean answers(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = String.valueOf(uri.getScheme());
            return switch (scheme) {
                case "unix" -> Files.exists(Path.of(uri.getPath())) && pingWithin(Path.of(uri.getPath()));
                case "npipe" -> Files.exists(Path.of("\\\\.\\pipe\\docker_engine"));
                case "tcp", "http", "https" -> listens(uri.getHost(), uri.getPort());
                default -> false;
            };
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** TLS may stand before the engine, so that a listening port has to do. */
    private static boolean listens(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port < 0 ? 2375 : port), (int) TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pingWithin(Path socket) {
        var pong = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> pong.complete(ping(socket)));
        try {
            return pong.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean ping(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            channel.write(
                    ByteBuffer.wrap("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            var status = ByteBuffer.allocate(16);
            while (status.hasRemaining() && channel.read(status) >= 0) {
                // one read may bring less than the status line
            }
            return new String(status.array(), StandardCharsets.US_ASCII).contains(" 200");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
