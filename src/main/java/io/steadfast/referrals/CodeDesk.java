package io.steadfast.referrals;

import io.steadfast.platform.time.TenantClock;
import io.steadfast.referrals.store.CodeRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** Gives members their codes. A code is no secret: it is handed on, and knowing it gives its owner something. */
@ApplicationScoped
class CodeDesk {

    /** Without letters and digits that look or sound alike. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int LENGTH = 8;
    private static final int MOST_TRIES = 10;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private CodeRepository codes;

    @Inject
    private TenantClock clock;

    /** The member's code in the program, made on the first look. */
    String codeOf(MemberId member, ProgramCode program) {
        Optional<String> known = codes.find(member, program);
        for (int trial = 0; trial < MOST_TRIES && known.isEmpty(); trial++) {
            codes.add(member, program, drawn(), clock.now());
            // Whoever looked at the same moment may have made it: then theirs is it.
            known = codes.find(member, program);
        }
        return known.orElseThrow(() -> new IllegalStateException("No code is free"));
    }

    /** Whose code it is, however it is typed. */
    Optional<MemberId> owner(ProgramCode program, String typed) {
        return codes.owner(program, typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    private String drawn() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
