package io.steadfast.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From which address a call comes. Behind proxies the connection is the last one's: each adds the address of whoever called it at
 * the right end of {@code X-Forwarded-For}, and what stands further left than they have written is anybody's claim.
 */
@ApplicationScoped
class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private final int proxies;

    /** For the container alone. */
    ClientAddress() {
        this(0);
    }

    /**
     * @param proxies how many stand in a row before this server; 0: none, and the header means nothing
     */
    @Inject
    ClientAddress(@ConfigProperty(name = "steadfast.proxies", defaultValue = "0") int proxies) {
        this.proxies = proxies;
    }

    /** The address of the client; of the connection where it came around the proxies. */
    String of(HttpServletRequest call) {
        return client(call.getRemoteAddr(), Collections.list(call.getHeaders(FORWARDED)));
    }

    /** As {@link #of}, from the connection's address and the header's lines. */
    String client(String connected, List<String> forwarded) {
        List<String> written = new ArrayList<>();
        for (String line : forwarded) {
            Arrays.stream(line.split(",", -1)).map(String::strip).forEach(written::add);
        }
        if (proxies <= 0 || written.size() < proxies) {
            return connected;
        }
        String client = written.get(written.size() - proxies);
        return ADDRESS.matcher(client).matches() ? client : connected;
    }
}
