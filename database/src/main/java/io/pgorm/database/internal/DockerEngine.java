package io.pgorm.database.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a Docker engine answers. Asked here, by a ping of our own, because Testcontainers takes seconds and prints
 * stack traces to find out that there is none. The places are those where Testcontainers would look.
 */
final class DockerEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DockerEngine.class);
    private static final long ANSWER_MILLIS = 2000;
    private static final long REGISTRY_MILLIS = 30_000;

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
                case "unix" -> is(new DockerSocket(Path.of(uri.getPath())).ask("GET", "/_ping", ANSWER_MILLIS), 200);
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
            socket.connect(new InetSocketAddress(host, port < 0 ? 2375 : port), (int) ANSWER_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes sure that {@code image} is here, or can be pulled: without a network, Testcontainers would try for minutes
     * for every image, its own reaper's included.
     *
     * @throws NoServerException where it is neither here nor to be had
     */
    static void requireImage(String address, String image) throws NoServerException {
        if (!address.startsWith("unix://")) {
            return;
        }
        var socket = new DockerSocket(Path.of(URI.create(address).getPath()));
        boolean here = is(socket.ask("GET", "/images/" + image + "/json", ANSWER_MILLIS), 200);
        if (here && (withoutReaper() || hasReaper(socket))) {
            return;
        }
        if (!here) {
            LOG.info("The Docker image {} is not here yet; it is pulled", image);
        }
        int colon = image.lastIndexOf(':');
        String pull = colon > image.lastIndexOf('/')
                ? "/images/create?fromImage=" + image.substring(0, colon) + "&tag=" + image.substring(colon + 1)
                : "/images/create?fromImage=" + image + "&tag=latest";
        Optional<DockerSocket.Reply> reply = socket.ask("POST", pull, REGISTRY_MILLIS);
        // any other refusal may be one of rights, and Testcontainers knows the user's
        if (reply.isEmpty() || reply.get().status() >= 500) {
            String why = reply.map(DockerSocket.Reply::message).orElse("no answer");
            throw new NoServerException(
                    "no Docker image",
                    here
                            ? "the image of Testcontainers' reaper is not here and cannot be pulled (" + why
                                    + "); with TESTCONTAINERS_RYUK_DISABLED=true it is not needed"
                            : "the image is not here and cannot be pulled (" + why + ")",
                    null);
        }
    }

    private static boolean withoutReaper() {
        return Boolean.parseBoolean(System.getenv("TESTCONTAINERS_RYUK_DISABLED"));
    }

    private static boolean hasReaper(DockerSocket socket) {
        String filter = URLEncoder.encode("{\"reference\":[\"testcontainers/ryuk\"]}", StandardCharsets.UTF_8);
        return socket.ask("GET", "/images/json?filters=" + filter, ANSWER_MILLIS)
                .map(reply -> !reply.body().equals("[]"))
                .orElse(false);
    }

    private static boolean is(Optional<DockerSocket.Reply> reply, int status) {
        return reply.isPresent() && reply.get().status() == status;
    }
}
