package io.pgorm.database.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single questions to a Docker engine on its Unix socket, each with a limit of time. Thread-safe. */
record DockerSocket(Path path) {

    private static final int KEPT = 4096;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (?<code>\\d{3})");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"");

    /** What came back: the status and the beginning of all. */
    record Reply(int status, String text) {

        /** The body, so far as it was kept. */
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4).strip();
        }

        /** The engine's explanation of an error. */
        String message() {
            Matcher matcher = MESSAGE.matcher(text);
            return matcher.find() ? matcher.group("text").replace("\\", "") : "status " + status;
        }
    }

    /** Asks, and hangs up after the first few kilobytes; empty where no answer came in time. */
    Optional<Reply> ask(String method, String target, long timeoutMillis) {
        var reply = new CompletableFuture<Reply>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                reply.complete(ask(method, target));
            } catch (IOException | UnsupportedOperationException e) {
                reply.completeExceptionally(e);
            }
        });
        try {
            return Optional.of(reply.get(timeoutMillis, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (TimeoutException e) {
            // closes the channel that it waits on
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Reply ask(String method, String target) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            // 1.0: the answer is not in chunks, and ends with the connection
            String request = method + " " + target + " HTTP/1.0\r\nHost: docker\r\nContent-Length: 0\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            var kept = new ByteArrayOutputStream();
            var buffer = ByteBuffer.allocate(KEPT);
            while (kept.size() < KEPT && channel.read(buffer) >= 0) {
                kept.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                // a pull that goes on reports for minutes; that it began is the answer
                if (method.equals("POST")
                        && kept.toString(StandardCharsets.UTF_8).contains("\r\n\r\n{\"status\"")) {
                    break;
                }
            }
            String text = kept.toString(StandardCharsets.UTF_8);
            Matcher status = STATUS.matcher(text);
            if (!status.lookingAt()) {
                throw new IOException("Not HTTP");
            }
            return new Reply(Integer.parseInt(status.group("code")), text);
        }
    }
}
