package io.steadfast.desk;

import java.time.Instant;

/** What somebody wrote about a member. */
public record MemberNote(String text, String author, Audience audience, Instant at) {

    /** Who reads it. */
    public enum Audience {
        /** Everybody who sees the member. */
        STORE,
        /** Those who may adjust points. */
        OFFICE
    }
}
