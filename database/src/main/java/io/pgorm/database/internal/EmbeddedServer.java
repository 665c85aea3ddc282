package io.pgorm.database.internal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of the embedded server: a data folder of its own, a free port of the loopback interface, a password that
 * nobody else knows. A guard process waits for the end of this JVM, however it ends, then stops the server and deletes
 * the folder. Windows has no such guard; there the orderly end of the JVM does it.
 */
public final class EmbeddedServer {

    public static final String USER = "postgres";

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");
    private static final int ATTEMPTS = 3;
    private static final long START_SECONDS = 60;

    /** Its standard input is a pipe from the JVM, and so ends when the JVM does. */
    private static final String GUARD = """
            trap '' INT HUP TERM
            folder=$1; shift
            while read -r _; do :; done
            "$@" >/dev/null 2>&1
            rm -rf "$folder"
            """;

    private final Path folder;
    private final Path binaries;
    private final Unprivileged user;
    private final String password;
    private final int port;
    private final @Nullable Process guard;

    private EmbeddedServer(
            Path folder, Path binaries, Unprivileged user, String password, int port, @Nullable Process guard) {
        this.folder = folder;
        this.binaries = binaries;
        this.user = user;
        this.password = password;
        this.port = port;
        this.guard = guard;
    }

    static EmbeddedServer start() throws NoServerException, IOException, InterruptedException {
        return start(EmbeddedServer.class.getClassLoader());
    }

    /** A server of whatever version the class loader has. */
    public static EmbeddedServer start(ClassLoader archives)
            throws NoServerException, IOException, InterruptedException {
        Path binaries = EmbeddedBinaries.unpacked(archives);
        Path folder = Scratchpad.fastFolder("pgorm-scratch-");
        @Nullable Process guard = null;
        try {
            Unprivileged user = Unprivileged.find(folder);
            user.own(folder);
            String password = Passwords.random();
            initialise(folder, binaries, user, password);
            guard = guard(folder, stopCommand(folder, binaries, user));
            int port = startOnFreePort(folder, binaries, user);
            return new EmbeddedServer(folder, binaries, user, password, port, guard);
        } catch (NoServerException | IOException | InterruptedException e) {
            if (guard == null) {
                Scratchpad.delete(folder);
            } else {
                guard.getOutputStream().close();
            }
            throw e;
        }
    }

    private static void initialise(Path folder, Path binaries, Unprivileged user, String password)
            throws IOException, InterruptedException {
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        user.own(passwordFile);
        List<String> command = new ArrayList<>(List.of(
                program(binaries, "initdb"),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // the one locale that is the same on every platform
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        if (hasBuiltinLocales(binaries)) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        run(folder, user, command.toArray(String[]::new));
        Files.delete(passwordFile);
        Files.write(
                folder.resolve("data").resolve("postgresql.auto.conf"),
                List.of(
                        "listen_addresses = '127.0.0.1'",
                        "unix_socket_directories = ''",
                        "max_connections = 200",
                        // the folder may be memory
                        "min_wal_size = '32MB'",
                        "max_wal_size = '192MB'",
                        "timezone = 'UTC'",
                        "fsync = off",
                        "synchronous_commit = off",
                        "full_page_writes = off"));
    }

    /** Since PostgreSQL 17. */
    private static boolean hasBuiltinLocales(Path binaries) throws IOException {
        Path help = binaries.resolve("share").resolve("postgresql").resolve("postgres.bki");
        String first =
                Files.exists(help) ? Files.readString(help).lines().findFirst().orElse("") : "";
        return !first.matches("# PostgreSQL 1[0-6]");
    }

    /** Between finding a free port and taking it, another program may take it: hence more than one attempt. */
    private static int startOnFreePort(Path folder, Path binaries, Unprivileged user)
            throws IOException, InterruptedException {
        IOException failure = new IOException("no attempt was made");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            try {
                run(
                        folder,
                        user,
                        program(binaries, "pg_ctl"),
                        "start",
                        "--pgdata=" + folder.resolve("data"),
                        "--log=" + folder.resolve("server.log"),
                        "--no-wait",
                        "--options=-p " + port);
                awaitReady(folder);
                return port;
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** The last line of this file is the server's word for how far it is; pg_ctl would look at it ten times a second. */
    private static void awaitReady(Path folder) throws IOException, InterruptedException {
        Path status = folder.resolve("data").resolve("postmaster.pid");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        boolean seen = false;
        while (System.nanoTime() < deadline) {
            boolean there = Files.exists(status);
            if (there && Files.readString(status).contains("\nready")) {
                return;
            }
            if (seen && !there) {
                break;
            }
            seen |= there;
            if (!there && logged(folder).contains("database system is shut down")) {
                break;
            }
            Thread.sleep(10);
        }
        throw new IOException("the server did not come up: " + lastLines(logged(folder)));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static @Nullable Process guard(Path folder, List<String> stop) throws IOException {
        if (WINDOWS) {
            return null;
        }
        var command = new ArrayList<>(List.of("sh", "-c", GUARD, "pgorm-guard", folder.toString()));
        command.addAll(stop);
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static List<String> stopCommand(Path folder, Path binaries, Unprivileged user) {
        return user.command(
                List.of(program(binaries, "pg_ctl"), "stop", "--pgdata=" + folder.resolve("data"), "--mode=immediate"));
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    /**
     * Stops the server and starts it on the same port, with what was written.
     *
     * @param mode of pg_ctl: {@code fast} ends all sessions in order, {@code immediate} is a crash
     */
    public void restart(String mode) throws IOException, InterruptedException {
        run(
                folder,
                user,
                program(binaries, "pg_ctl"),
                "restart",
                "--pgdata=" + folder.resolve("data"),
                "--log=" + folder.resolve("server.log"),
                "--mode=" + mode,
                "--wait",
                "--options=-p " + port);
    }

    /** Stops the server at once and deletes what it wrote. */
    public void stop() {
        try {
            if (guard == null) {
                run(folder, user, stopCommand(folder, binaries, user).toArray(String[]::new));
                Scratchpad.delete(folder);
            } else {
                guard.getOutputStream().close();
                guard.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            Scratchpad.delete(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String program(Path binaries, String name) {
        return binaries.resolve("bin").resolve(WINDOWS ? name + ".exe" : name).toString();
    }

    private static void run(Path folder, Unprivileged user, String... command)
            throws IOException, InterruptedException {
        Path output = folder.resolve("command.log");
        Process process = new ProcessBuilder(user.command(Arrays.asList(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not end in " + START_SECONDS + " seconds");
        }
        if (process.exitValue() != 0) {
            throw new IOException(command[0] + " failed: " + lastLines(Files.readString(output)));
        }
    }

    private static String logged(Path folder) throws IOException {
        Path log = folder.resolve("server.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
