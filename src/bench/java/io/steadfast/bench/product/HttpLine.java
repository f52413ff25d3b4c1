package io.steadfast.bench.product;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection to the product, kept open, for one thread. Lean on purpose: what the client costs is taken from the server
 * on the same machine.
 */
public final class HttpLine implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int BUFFER = 1 << 14;
    private static final byte[] COMMON = ascii("Host: 127.0.0.1\r\nContent-Type: application/json\r\n");

    private final int port;
    private final int readMillis;
    private final String key;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean ended;

    private HttpLine(int port, String key, int readMillis) throws IOException {
        this.port = port;
        this.readMillis = readMillis;
        this.key = key;
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
    }

    private Socket connected() throws IOException {
        Socket made = new Socket();
        made.setTcpNoDelay(true);
        made.setSoTimeout(readMillis);
        made.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        return made;
    }

    /** The server ends a connection after so many calls and says so; the next call has another one. */
    private void reconnect() throws IOException {
        close();
        socket = connected();
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        ended = false;
    }

    /** @param readMillis after which a silent product counts as gone */
    public static HttpLine open(int port, String key, int readMillis) throws IOException {
        return new HttpLine(port, key, readMillis);
    }

    /** One call with its answer; after an exception the line is of no more use. */
    public Reply send(Call call) throws IOException {
        if (ended) {
            reconnect();
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream(512 + call.body().length);
        request.writeBytes(ascii(call.method() + " " + call.path() + " HTTP/1.1\r\n"));
        request.writeBytes(COMMON);
        request.writeBytes(ascii("Authorization: Bearer " + call.actor().orElse(key) + "\r\n"));
        if (call.idempotencyKey().isPresent()) {
            request.writeBytes(ascii("Idempotency-Key: " + call.idempotencyKey().get() + "\r\n"));
        }
        if (call.version().isPresent()) {
            request.writeBytes(ascii("If-Match: " + call.version().get() + "\r\n"));
        }
        request.writeBytes(ascii("Content-Length: " + call.body().length + "\r\n\r\n"));
        request.writeBytes(call.body());
        request.writeTo(out);
        out.flush();
        return answer();
    }

    private Reply answer() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.1 ")) {
            throw new IOException("Not an answer: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean replayed = false;
        String version = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> ended = ended || value.equalsIgnoreCase("close");
                case "etag" -> version = value;
                case "idempotent-replayed" -> replayed = true;
                default -> {}
            }
        }
        return new Reply(status, replayed, version, chunked ? chunks() : exactly(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(); size > 0; size = size()) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("Answered half");
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Not answered");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is as closed as it gets
        }
    }
}
