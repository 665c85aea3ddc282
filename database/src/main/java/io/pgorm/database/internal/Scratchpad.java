package io.pgorm.database.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for temporary files. */
final class Scratchpad {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 2L << 30;

    private Scratchpad() {}

    /**
     * A new folder for a server's data: in memory where Linux has that and it is roomy, otherwise on disk. A database
     * is some 300 small files, and is there ten times sooner in memory than on a busy disk.
     */
    static Path fastFolder(String prefix) throws IOException {
        return isRoomy(MEMORY) ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
    }

    private static boolean isRoomy(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && Files.isWritable(folder)
                && Files.getFileStore(folder).getUsableSpace() >= ENOUGH;
    }

    /** Lets another user pass through and read, where the file system knows of users. */
    static void openToAll(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Deletes a folder and all in it; what cannot be deleted stays. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                file.toFile().delete();
            }
        } catch (IOException | UncheckedIOException e) {
            // a server that is just ending deletes files of its own under our hands; the rest is for the next cleaner
            return;
        }
    }

    static void deleteAtExit(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "pgorm-scratch-clean"));
    }
}
