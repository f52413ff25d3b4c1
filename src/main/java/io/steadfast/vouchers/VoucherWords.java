package io.steadfast.vouchers;

import io.steadfast.programs.ProgramService;
import io.steadfast.programs.RewardSentence;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Reward;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What vouchers are called and good for, as the versions say by which they were issued. */
@ApplicationScoped
public class VoucherWords {

    @Inject
    private ProgramService programs;

    /**
     * What a voucher is, in a reader's language.
     *
     * @param gives as in "a voucher of USD 10.00 for your purchases"
     * @param reward the reward it is of
     * @param zone of the program's calendar, in which its last day is a date
     */
    public record Meaning(String name, String gives, Reward reward, ZoneId zone) {}

    /** By the voucher's id. */
    public Map<UUID, Meaning> of(List<Voucher> vouchers, Locale language) {
        Map<String, Optional<ProgramDocument>> documents = new HashMap<>();
        Map<UUID, Meaning> meanings = new HashMap<>();
        for (Voucher voucher : vouchers) {
            documents
                    .computeIfAbsent(
                            voucher.program() + "/" + voucher.version(),
                            each -> programs.version(voucher.program(), voucher.version())
                                    .map(ProgramVersion::document))
                    .flatMap(document -> document.reward(voucher.reward())
                            .map(reward -> new Meaning(
                                    reward.name().in(language),
                                    RewardSentence.of(document, language).gives(reward.gives()),
                                    reward,
                                    document.basics().zone())))
                    .ifPresent(meaning -> meanings.put(voucher.id(), meaning));
        }
        return meanings;
    }
}
