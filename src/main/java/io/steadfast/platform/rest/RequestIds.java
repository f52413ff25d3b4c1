package io.steadfast.platform.rest;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of the call a thread works for; stands in the answer, in problems and in every log line. */
@ApplicationScoped
public class RequestIds {

    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ThreadLocal<@Nullable String> current = new ThreadLocal<>();

    /** The caller's own id where it is well-formed, else a new one. */
    String accepted(@Nullable String wanted) {
        return wanted != null && SHAPE.matcher(wanted).matches()
                ? wanted
                : UuidCreator.getTimeOrderedEpoch().toString();
    }

    void begin(String id) {
        current.set(id);
    }

    void end() {
        current.remove();
    }

    /** Empty on a thread that works for no call. */
    public Optional<String> current() {
        return Optional.ofNullable(current.get());
    }
}
