package io.steadfast.bench.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands between two that talk over TCP and now and then cuts their connection at the worst moment: the question has been
 * carried over and worked on, the answer is here, and is thrown away. Counts the round trips.
 */
public final class FaultProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int upstream;
    private final Random random;
    private final LongAdder trips = new LongAdder();
    private final LongAdder cuts = new LongAdder();
    private volatile double share;

    private FaultProxy(ServerSocket door, int upstream, long seed) {
        this.door = door;
        this.upstream = upstream;
        this.random = new Random(seed);
    }

    /** In front of a port of this machine; carries everything over until told to cut. */
    public static FaultProxy before(int upstream, long seed) {
        try {
            FaultProxy proxy =
                    new FaultProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), upstream, seed);
            daemon(proxy::take);
            return proxy;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on this share of the answers, in thousandths, is thrown away with its connection. */
    public void cut(int perThousand) {
        share = perThousand / 1_000.0;
    }

    /** How often a question was carried over and answered. */
    public long trips() {
        return trips.sum();
    }

    public long cuts() {
        return cuts.sum();
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                daemon(() -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            Pair pair = new Pair(client, server);
            daemon(pair::questions);
            pair.answers();
        } catch (IOException nobodyThere) {
            reset(client);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends it as a broken network does, not with a farewell. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException ignored) {
            // it is gone either way
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException ignored) {
            // nobody comes any more
        }
    }

    /** Two sockets that are carried over to each other. */
    private final class Pair {

        private final Socket client;
        private final Socket server;
        private final AtomicBoolean asked = new AtomicBoolean();

        Pair(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void questions() {
            carry(client, server, () -> {
                asked.set(true);
                return true;
            });
        }

        void answers() {
            carry(server, client, () -> {
                boolean first = asked.getAndSet(false);
                if (first) {
                    trips.increment();
                }
                boolean cut = first && share > 0 && random.nextDouble() < share;
                if (cut) {
                    cuts.increment();
                }
                return !cut;
            });
        }

        private void carry(Socket from, Socket to, Passing passing) {
            byte[] bytes = new byte[1 << 14];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0 && passing.passes(); read = in.read(bytes)) {
                    out.write(bytes, 0, read);
                    out.flush();
                }
            } catch (IOException ended) {
                // so does the other direction, below
            }
            reset(client);
            reset(server);
        }
    }

    private interface Passing {
        boolean passes();
    }
}
