package io.pgorm.client.internal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Bytes on their way to a COPY, sent in pieces that a socket likes. For one thread. */
final class CopyBuffer {

    private static final int PIECE = 64 * 1024;

    private final CopyIn copy;
    private byte[] bytes = new byte[PIECE + 16 * 1024];
    private int size;

    CopyBuffer(CopyIn copy) {
        this.copy = copy;
    }

    CopyBuffer int8(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    CopyBuffer int16(int value) {
        room(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    CopyBuffer int32(int value) {
        room(4);
        putInt(size, value);
        size += 4;
        return this;
    }

    CopyBuffer int64(long value) {
        return int32((int) (value >> 32)).int32((int) value);
    }

    CopyBuffer raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /** Where the length of what follows will stand. */
    int beginLength() {
        int at = size;
        int32(0);
        return at;
    }

    /** The length of all since {@link #beginLength()}. */
    void endLength(int at) {
        putInt(at, size - at - 4);
    }

    /** The length and the text in UTF-8. */
    CopyBuffer text(String text) {
        int length = text.length();
        room(4 + 3 * length);
        int at = size + 4;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                return int32(utf8.length).raw(utf8);
            }
            bytes[at + i] = (byte) c;
        }
        putInt(size, length);
        size = at + length;
        return this;
    }

    /** Sends what there is, if it is enough for a piece. */
    void rowEnded() throws SQLException {
        if (size >= PIECE) {
            flush();
        }
    }

    void flush() throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void putInt(int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
