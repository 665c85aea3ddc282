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

    private Scratchpad() {}

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
