package io.steadfast.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The addresses on which a process takes connections, as Linux tells them. */
final class Listeners {

    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;

    /** What a wildcard of both families looks like where the machine has IPv6. */
    private static final String ANY_IPV6 = "0".repeat(32);

    private Listeners() {}

    /** As {@code 127.0.0.1:8080}; an IPv4 address in IPv6's clothes is written as what it is, every wildcard as IPv4's. */
    static Set<String> of(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor)) {
                    sockets.add(Files.readSymbolicLink(descriptor).toString());
                }
            }
        }
        List<String> table = new ArrayList<>(Files.readAllLines(Path.of("/proc/net/tcp")));
        if (Files.exists(Path.of("/proc/net/tcp6"))) {
            table.addAll(Files.readAllLines(Path.of("/proc/net/tcp6")));
        }
        Set<String> addresses = new TreeSet<>();
        for (String line : table) {
            String[] columns = line.strip().split("\\s+");
            if (columns[STATE].equals(LISTENING) && sockets.contains("socket:[" + columns[INODE] + "]")) {
                addresses.add(readable(columns[ADDRESS]));
            }
        }
        return addresses;
    }

    /** The kernel writes each group of four bytes backwards; the last group is the IPv4 address. */
    private static String readable(String address) {
        String host = address.substring(0, address.indexOf(':'));
        String port = String.valueOf(Integer.parseInt(address.substring(address.indexOf(':') + 1), 16));
        if (host.equals(ANY_IPV6)) {
            return "0.0.0.0:" + port;
        }
        if (host.length() > 8 && !host.startsWith("0000000000000000FFFF0000")) {
            return host + ":" + port;
        }
        String last = host.substring(host.length() - 8);
        List<String> bytes = new ArrayList<>();
        for (int i = 6; i >= 0; i -= 2) {
            bytes.add(String.valueOf(Integer.parseInt(last.substring(i, i + 2), 16)));
        }
        return String.join(".", bytes) + ":" + port;
    }
}
