package io.pgorm.database.internal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run PostgreSQL, which refuses to be run as root, where this JVM is root: the normal case inside a container.
 *
 * @param prefix what stands before the command; empty where it can be run as it is
 * @param uid the user that it then runs as on the file system
 */
record Unprivileged(List<String> prefix, int uid) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /**
     * The first way that works here. A user namespace needs nothing else; containers mostly forbid it, but have one
     * of the programs that follow.
     *
     * @throws NoServerException where there is none
     */
    static Unprivileged find(Path folder) throws NoServerException, IOException {
        if (!isRoot(folder)) {
            return new Unprivileged(List.of(), ROOT);
        }
        String nobody = Integer.toString(NOBODY);
        var ways = List.of(
                new Unprivileged(List.of("unshare", "-U"), ROOT),
                new Unprivileged(
                        List.of("setpriv", "--reuid=" + nobody, "--regid=" + nobody, "--clear-groups"), NOBODY),
                new Unprivileged(List.of("chroot", "--userspec=" + nobody + ":" + nobody, "/"), NOBODY),
                new Unprivileged(List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec \"$0\" \"$@\"", "--"), NOBODY));
        for (Unprivileged way : ways) {
            if (way.works()) {
                return way;
            }
        }
        throw new NoServerException(
                "no embedded server",
                "PostgreSQL does not run as root, and none of unshare, setpriv, chroot and su lets it run as another"
                        + " user here",
                null);
    }

    private static boolean isRoot(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(ROOT).equals(Files.getAttribute(folder, "unix:uid"));
    }

    private boolean works() {
        try {
            Process process = new ProcessBuilder(command(List.of("id", "-u")))
                    .redirectError(Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            String uid = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 && !uid.equals("0");
        } catch (IOException e) {
            // the program is not there
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a file or folder to the user that the command will run as. */
    void own(Path file) throws IOException {
        if (uid != ROOT) {
            Files.setAttribute(file, "unix:uid", uid);
        }
    }
}
