package io.steadfast.programs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.ProgramVersionEntity;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Parsed documents of published versions. They never change, so what was read once stays right, on every node. */
@ApplicationScoped
class PublishedPrograms {

    private static final long MOST = 1_000;

    private record Key(String schema, String program, int version) {}

    private final Cache<Key, ProgramVersion> parsed =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Inject
    private CurrentTenant tenant;

    @Inject
    private ProgramRepository programs;

    /** The version of that number, which must exist. */
    ProgramVersion version(ProgramCode program, int version) {
        Key key = new Key(tenant.tenant().schema(), program.value(), version);
        return parsed.get(
                key,
                absent -> programs.version(program, version)
                        .map(PublishedPrograms::read)
                        .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + program)));
    }

    /** The version of that number where it was read before. */
    Optional<ProgramVersion> known(ProgramCode program, int version) {
        return Optional.ofNullable(parsed.getIfPresent(new Key(tenant.tenant().schema(), program.value(), version)));
    }

    /** A row's version, parsed once. */
    ProgramVersion version(ProgramVersionEntity row) {
        Key key = new Key(tenant.tenant().schema(), row.program, row.version);
        return parsed.get(key, absent -> read(row));
    }

    private static ProgramVersion read(ProgramVersionEntity row) {
        return new ProgramVersion(
                new ProgramCode(row.program),
                row.version,
                ProgramDocumentCodec.read(row.document),
                row.effectiveFrom.toInstant());
    }
}
