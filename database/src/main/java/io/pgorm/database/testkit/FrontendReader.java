package io.pgorm.database.testkit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what a client says and understands as much of it as counting takes: after the start-up packet, every
 * message is a type byte and a length. Only the beginning of a message is kept. For one connection and one thread.
 */
final class FrontendReader {

    private static final int SSL_REQUEST = 80877103;
    private static final int GSS_REQUEST = 80877104;
    private static final int KEPT = 8192;

    private final DataInputStream in;
    private final Map<String, String> prepared = new HashMap<>();
    private List<String> statements = new ArrayList<>();

    FrontendReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /**
     * Passes on the start-up packet. Encryption, which would make the rest unreadable, is refused in the server's
     * stead.
     */
    void startUp(OutputStream toServer, OutputStream toClient) throws IOException {
        while (true) {
            int length = in.readInt();
            int code = in.readInt();
            if (code != SSL_REQUEST && code != GSS_REQUEST) {
                toServer.write(
                        ByteBuffer.allocate(8).putInt(length).putInt(code).array());
                passOn(length - 8, toServer);
                toServer.flush();
                return;
            }
            toClient.write('N');
            toClient.flush();
        }
    }

    /**
     * Passes on one message, or holds it back where it ends a trip.
     *
     * @return the trip that this message begins to wait for, to be passed on by {@link Message#send}; null at the end
     */
    @Nullable
    Message next() throws IOException {
        int type = in.read();
        if (type < 0) {
            return null;
        }
        int length = in.readInt() - 4;
        if (length < 0) {
            throw new IOException("Not PostgreSQL's protocol: a message of negative length");
        }
        byte[] start = in.readNBytes(Math.min(length, KEPT));
        if (start.length < Math.min(length, KEPT)) {
            throw new EOFException();
        }
        return new Message((char) type, length, start, note((char) type, start));
    }

    /** Whether more has already arrived, so that sending on can wait for it. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    private @Nullable RoundTrip note(char type, byte[] start) {
        switch (type) {
            case 'P' ->
                prepared.put(text(start, 0), text(start, after(start, 0)).strip());
            case 'B' -> {
                String name = text(start, after(start, 0));
                statements.add(prepared.getOrDefault(name, "(statement " + name + ")"));
            }
            case 'Q' -> {
                statements.add(text(start, 0).strip());
                return endOfTrip();
            }
            case 'c', 'f' -> {
                statements.add("COPY data");
                return endOfTrip();
            }
            case 'F' -> {
                statements.add("(function call)");
                return endOfTrip();
            }
            case 'S' -> {
                return endOfTrip();
            }
            default -> {
                // the rest neither waits for an answer nor says what is run
            }
        }
        return null;
    }

    private RoundTrip endOfTrip() {
        var trip = new RoundTrip(statements);
        statements = new ArrayList<>();
        return trip;
    }

    private static String text(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static int after(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }

    private void passOn(long count, OutputStream out) throws IOException {
        var buffer = new byte[1 << 14];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** A message that has been read so far as it is understood. To be sent before the next one is read. */
    final class Message {

        private final char type;
        private final int length;
        private final byte[] start;
        private final @Nullable RoundTrip trip;

        private Message(char type, int length, byte[] start, @Nullable RoundTrip trip) {
            this.type = type;
            this.length = length;
            this.start = start;
            this.trip = trip;
        }

        /** The round trip that it completes, after which the client waits; null where it completes none. */
        @Nullable
        RoundTrip trip() {
            return trip;
        }

        void send(OutputStream out) throws IOException {
            out.write(ByteBuffer.allocate(5).put((byte) type).putInt(length + 4).array());
            out.write(start);
            passOn(length - start.length, out);
        }
    }
}
