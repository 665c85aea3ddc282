package io.pgorm.jooq.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder that holds generated files, and a stamp in it that says what they were made of. Only files that the stamp
 * names are ever removed; those whose text has not changed are not touched, so that a compiler leaves them alone.
 */
public final class OutputFolder {

    private static final String STAMP = ".pgorm-stamp";

    private final Path root;

    public OutputFolder(Path root) {
        this.root = root;
    }

    /** Whether the folder holds exactly what was generated from these inputs. Reads the files, starts nothing. */
    public boolean isUpToDate(String inputs) {
        return stamp().filter(stamp -> stamp.inputs.equals(inputs))
                .filter(stamp -> stamp.files.entrySet().stream().allMatch(this::isUnchanged))
                .isPresent();
    }

    /** Makes the folder hold these texts, by path relative to it, in place of those of the run before. */
    public void replace(Map<String, String> texts, String inputs) throws IOException {
        Map<String, String> before = stamp().map(Stamp::files).orElse(Map.of());
        Files.createDirectories(root);
        // Without its stamp a folder counts as stale: a run that is cut off is made good by the next.
        Files.deleteIfExists(root.resolve(STAMP));
        for (String gone : before.keySet()) {
            if (!texts.containsKey(gone)) {
                Files.deleteIfExists(root.resolve(gone));
            }
        }
        TreeMap<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            Path file = root.resolve(entry.getKey());
            byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
            if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
                Files.createDirectories(file.getParent());
                Files.write(file, bytes);
            }
            hashes.put(entry.getKey(), hash(bytes));
        }
        Files.writeString(root.resolve(STAMP), new Stamp(inputs, hashes).print());
    }

    /** The texts of all files below a folder, by path with forward slashes. */
    static Map<String, String> read(Path folder) throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    private boolean isUnchanged(Map.Entry<String, String> file) {
        try {
            return hash(Files.readAllBytes(root.resolve(file.getKey()))).equals(file.getValue());
        } catch (IOException missing) {
            return false;
        }
    }

    private Optional<Stamp> stamp() {
        Path file = root.resolve(STAMP);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Stamp.parse(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The first line says what the files were made of; each other one is a hash and a file. */
    private record Stamp(String inputs, Map<String, String> files) {

        String print() {
            return files.entrySet().stream()
                    .map(file -> file.getValue() + " " + file.getKey())
                    .collect(Collectors.joining("\n", inputs + "\n", "\n"));
        }

        static Stamp parse(List<String> lines) {
            TreeMap<String, String> files = new TreeMap<>();
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    files.put(line.substring(space + 1), line.substring(0, space));
                }
            }
            return new Stamp(lines.isEmpty() ? "" : lines.get(0), files);
        }
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
