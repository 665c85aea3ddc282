package io.pgorm.database.internal;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.ScratchProvider;
import io.pgorm.database.ScratchUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM. One lock is held while a server is started, so that two who ask at once share it.
 * Thread-safe.
 */
public final class ServerRegistry {

    private static final ServerRegistry SHARED = new ServerRegistry();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(SHARED::stopAll, "pgorm-scratch-stop"));
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final List<RunningServer> running = new ArrayList<>();
    private final Map<ServerSource, Failure> failures = new HashMap<>();

    /** Many tests may ask one after the other; the wait for what is not there is for the first. */
    private record Failure(NoServerException reason, long nanoTime) {}

    private static final Duration REMEMBERED = Duration.ofSeconds(60);

    private ServerRegistry() {}

    public static ServerRegistry shared() {
        return SHARED;
    }

    /**
     * The first server, in the order of {@link #sources}, that has the extensions asked for.
     *
     * @throws ScratchUnavailableException where none has
     */
    public RunningServer obtain(ScratchOptions options) {
        lock.lock();
        try {
            var tried = new LinkedHashSet<String>();
            String brief = "";
            @Nullable Throwable cause = null;
            for (ServerSource source : sources(options)) {
                try {
                    RunningServer server = runningOrStarted(source, options);
                    var lacking = new TreeSet<>(options.extensions());
                    lacking.removeAll(server.extensions());
                    if (lacking.isEmpty()) {
                        return server;
                    }
                    tried.add(server.describe() + ": does not have " + quoted(lacking));
                } catch (NoServerException e) {
                    tried.add(source.label() + ": " + e.reason());
                    brief = brief.isEmpty() ? e.brief() : brief;
                    cause = e.getCause();
                }
            }
            throw new ScratchUnavailableException(
                    message(options, tried), brief.isEmpty() ? "no server that has it" : brief, cause);
        } finally {
            lock.unlock();
        }
    }

    private RunningServer runningOrStarted(ServerSource source, ScratchOptions options) throws NoServerException {
        // a container that has more than is asked for serves as well as the one that would be started
        Optional<RunningServer> found = running.stream()
                .filter(server -> server.source().equals(source)
                        || (options.image() == null
                                && source.provider() == ScratchProvider.DOCKER
                                && server.provider() == ScratchProvider.DOCKER
                                && server.extensions().containsAll(options.extensions())))
                .findFirst();
        if (found.isPresent()) {
            if (found.get().answers()) {
                return found.get();
            }
            running.remove(found.get());
            found.get().stop();
        }
        Failure failure = failures.get(source);
        if (failure != null && System.nanoTime() - failure.nanoTime() < REMEMBERED.toNanos()) {
            throw failure.reason();
        }
        try {
            RunningServer server = source.start();
            running.add(server);
            return server;
        } catch (NoServerException e) {
            failures.put(source, new Failure(e, System.nanoTime()));
            throw e;
        }
    }

    /** The places to look at, in order. */
    static List<ServerSource> sources(ScratchOptions options) {
        String url = options.url();
        ScratchProvider provider = options.provider();
        if (provider == null) {
            provider = url == null ? null : ScratchProvider.URL;
        }
        if (provider == ScratchProvider.URL) {
            if (url == null) {
                throw new IllegalArgumentException(
                        "The scratch provider \"url\" was asked for, but there is no URL; set "
                                + ScratchOptions.URL_VARIABLE + ".");
            }
            return List.of(new UrlSource(JdbcAddress.parse(url)));
        }
        List<ServerSource> sources = new ArrayList<>();
        if (provider != ScratchProvider.EMBEDDED) {
            String image = options.image();
            (image == null ? DockerImages.candidates(options.extensions()) : List.of(image))
                    .forEach(name -> sources.add(new DockerSource(name)));
        }
        if (provider != ScratchProvider.DOCKER) {
            sources.add(options.preferSpeed() ? 0 : sources.size(), new EmbeddedSource());
        }
        return sources;
    }

    private static String message(ScratchOptions options, Set<String> tried) {
        int count = options.extensions().size();
        String with =
                count == 0 ? "" : " with the extension" + (count == 1 ? " " : "s ") + quoted(options.extensions());
        String that = count == 0 ? "" : count == 1 ? " that has it" : " that has them";
        return "No scratch PostgreSQL" + with + " could be had. Start Docker, or set " + ScratchOptions.URL_VARIABLE
                + " to the JDBC URL of a PostgreSQL server" + that + ". Tried: " + String.join("; ", tried) + ".";
    }

    private static String quoted(Set<String> names) {
        return new TreeSet<>(names).stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private void stopAll() {
        // without the lock: whoever holds it at this time may be waiting for a server that will never come
        for (RunningServer server : List.copyOf(running)) {
            try {
                server.stop();
            } catch (RuntimeException | LinkageError e) {
                // a Maven plugin's class loader may be closed by now; the server's own guard ends it then
            }
        }
    }
}
