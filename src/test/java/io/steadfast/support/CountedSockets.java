package io.steadfast.support;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * The sockets between the tested war and its database. Counts for each thread how often it wrote and then waited for an
 * answer: that is a round trip, however many statements it carried.
 */
public final class CountedSockets extends SocketFactory {

    private static final ThreadLocal<long[]> TRIPS = ThreadLocal.withInitial(() -> new long[1]);
    private static final ThreadLocal<long[]> WAITED = ThreadLocal.withInitial(() -> new long[1]);

    /** How many round trips this thread has made, in all. */
    public static long trips() {
        return TRIPS.get()[0];
    }

    /** How long this thread has waited for them, in all. */
    public static long waitedNanos() {
        return WAITED.get()[0];
    }

    @Override
    public Socket createSocket() {
        return new Counted();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new IOException("The driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw new IOException("The driver connects by itself");
    }

    private static final class Counted extends Socket {

        private boolean written;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int one) throws IOException {
                    written = true;
                    out.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    written = true;
                    out.write(bytes, from, length);
                }
            };
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    long began = count();
                    int read = in.read();
                    waited(began);
                    return read;
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    long began = count();
                    int read = in.read(bytes, from, length);
                    waited(began);
                    return read;
                }
            };
        }

        private long count() {
            if (written) {
                written = false;
                TRIPS.get()[0]++;
            }
            return System.nanoTime();
        }

        private static void waited(long began) {
            WAITED.get()[0] += System.nanoTime() - began;
        }
    }
}
