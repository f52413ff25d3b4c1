package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.Refusal;
import jakarta.ws.rs.core.EntityTag;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ETag of a config resource is its version number; {@code If-Match} names the version a change was made on. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version that the caller changed; refuses (400) a call without one. A tag that was never ours is a version
     * that never stood, so the change is refused as stale, not as malformed.
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(DoorReason.IF_MATCH_REQUIRED);
        }
        Matcher tag = TAG.matcher(ifMatch);
        return tag.matches() ? Long.parseLong(tag.group(1)) : -1;
    }

    /** Refuses (412) when what stands isn't what was changed. */
    public static void same(long standing, long changed) {
        if (standing != changed) {
            throw new Refusal(DoorReason.STALE_VERSION, Map.of("version", standing));
        }
    }
}
