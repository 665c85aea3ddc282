package io.pgorm.database.testkit;

import io.pgorm.database.ScratchOptions;
import io.pgorm.database.internal.EmbeddedServer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An embedded server of an older major version, for tests. Its binaries are one of zonky's archives, {@code MAJOR.jar}
 * in the folder that the system property {@value #FOLDER} names.
 */
public final class ServerOfMajor implements AutoCloseable {

    /** The system property. */
    public static final String FOLDER = "pgorm.test.servers";

    private final EmbeddedServer server;
    private final URLClassLoader archives;

    private ServerOfMajor(EmbeddedServer server, URLClassLoader archives) {
        this.server = server;
        this.archives = archives;
    }

    /**
     * Starts one.
     *
     * @param major 14 or later
     * @throws Exception where it cannot be started
     */
    public static ServerOfMajor start(int major) throws Exception {
        Path jar = Path.of(System.getProperty(FOLDER, "target/servers")).resolve(major + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("no binaries of PostgreSQL " + major + " at " + jar.toAbsolutePath()
                    + "; the build puts them there before the tests run");
        }
        URLClassLoader archives = new URLClassLoader(new URL[] {url(jar)}, null);
        return new ServerOfMajor(EmbeddedServer.start(archives), archives);
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** Options by which scratch databases are made on it. */
    public ScratchOptions options() {
        return ScratchOptions.standard()
                .withUrl("jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=" + EmbeddedServer.USER
                        + "&password=" + server.password());
    }

    @Override
    public void close() throws Exception {
        server.stop();
        archives.close();
    }
}
