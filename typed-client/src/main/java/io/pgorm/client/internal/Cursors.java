package io.pgorm.client.internal;

import io.pgorm.client.CursorKey;
import io.pgorm.client.error.InvalidCursor;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the cursors of one query: what they are bound to, the positions, and a signature over both. The
 * signature covers the whole query, of which the cursor holds a short mark only, so that a cursor of another query can be
 * told from a forged one.
 */
final class Cursors {

    private static final byte VERSION = 1;
    private static final int MARK = 8;
    private static final int SIGNATURE = 16;
    private static final int NULL = -1;

    private final CursorKey key;
    private final byte[] mark;
    private final int fields;

    /** @param shape what a cursor is bound to */
    Cursors(CursorKey key, String shape, int fields) {
        this.key = key;
        this.mark = Arrays.copyOf(key.sign(shape.getBytes(StandardCharsets.UTF_8)), MARK);
        this.fields = fields;
    }

    String write(List<Position> positions) {
        List<byte[]> values = new ArrayList<>();
        int length = 1 + MARK;
        for (Position position : positions) {
            byte[] value = bytes(position.text());
            values.add(value == null ? new byte[0] : value);
            length += Integer.BYTES + (value == null ? 0 : value.length);
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        content.put(VERSION).put(mark);
        for (int i = 0; i < values.size(); i++) {
            content.putInt(positions.get(i).isNull() ? NULL : values.get(i).length);
            content.put(values.get(i));
        }
        byte[] signed = Arrays.copyOf(content.array(), length + SIGNATURE);
        System.arraycopy(key.sign(content.array()), 0, signed, length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** @throws InvalidCursor if it was not made by this key, or not for this query */
    List<Position> read(String cursor) {
        byte[] signed = decode(cursor);
        if (signed.length < 1 + MARK + SIGNATURE || signed[0] != VERSION) {
            throw notOurs();
        }
        byte[] content = Arrays.copyOf(signed, signed.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(signed, content.length, signed.length);
        if (!MessageDigest.isEqual(signature, Arrays.copyOf(key.sign(content), SIGNATURE))) {
            throw notOurs();
        }
        if (!MessageDigest.isEqual(mark, Arrays.copyOfRange(content, 1, 1 + MARK))) {
            throw new InvalidCursor(
                    "the cursor belongs to another query: a cursor is good for the model, the conditions"
                            + " and the order that it was made by; start at the first page with after(null)");
        }
        try {
            return positions(ByteBuffer.wrap(content).position(1 + MARK));
        } catch (BufferUnderflowException e) {
            throw notOurs();
        }
    }

    private List<Position> positions(ByteBuffer content) {
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            int length = content.getInt();
            byte[] value = new byte[Math.max(length, 0)];
            content.get(value);
            positions.add(new Position(length == NULL ? null : new String(value, StandardCharsets.UTF_8)));
        }
        return positions;
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
    }

    private static InvalidCursor notOurs() {
        return new InvalidCursor("this is no cursor of this application: it was cut or changed, or signed with another"
                + " key (without ConnectionOptions.withCursorKey each process has a key of its own)");
    }
}
