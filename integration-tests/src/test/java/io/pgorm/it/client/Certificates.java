package io.pgorm.it.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of the test's own and what it has signed, made by the JDK's keytool, as files that PostgreSQL reads. */
final class Certificates {

    private static final String PASSWORD = "of the key store";

    private final Path folder;
    private final Path store;

    /** @param folder an empty one, for the files */
    Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.store = folder.resolve("all.p12");
        make("authority", "CN=PG-ORM test authority", "-ext", "bc:critical=ca:true");
        make("server", "CN=localhost", "-signer", "authority", "-ext", "SAN=dns:localhost");
        make("client", "CN=certified", "-signer", "authority");
        make("stranger", "CN=somebody else's authority", "-ext", "bc:critical=ca:true");
    }

    private void make(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "2"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** The certificate, in the form that begins with BEGIN CERTIFICATE. */
    String certificate(String alias) throws GeneralSecurityException, IOException {
        return pem("CERTIFICATE", load().getCertificate(alias).getEncoded());
    }

    /** Its private key, without a password. */
    String key(String alias) throws GeneralSecurityException, IOException {
        return pem("PRIVATE KEY", load().getKey(alias, PASSWORD.toCharArray()).getEncoded());
    }

    /** The certificate in a file. */
    Path certificateFile(String alias) throws GeneralSecurityException, IOException {
        return Files.writeString(folder.resolve(alias + ".crt"), certificate(alias));
    }

    /** The private key in a file, as the driver reads it. */
    Path keyFile(String alias) throws GeneralSecurityException, IOException {
        return own(Files.write(
                folder.resolve(alias + ".pk8"),
                load().getKey(alias, PASSWORD.toCharArray()).getEncoded()));
    }

    /** Both in one file with a password, under the name that the driver looks for. */
    Path sealedFile(String alias, String password) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "user", load().getKey(alias, PASSWORD.toCharArray()), password.toCharArray(), new Certificate[] {
                    load().getCertificate(alias)
                });
        Path file = folder.resolve(alias + ".p12");
        try (var out = Files.newOutputStream(file)) {
            keys.store(out, password.toCharArray());
        }
        return own(file);
    }

    /** For nobody else to read, as the driver wants it. */
    private static Path own(Path file) throws IOException {
        return isPosix(file) ? Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------")) : file;
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
