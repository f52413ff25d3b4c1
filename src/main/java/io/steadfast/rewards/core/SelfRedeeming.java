package io.steadfast.rewards.core;

import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rewards of a program that redeem themselves. */
public final class SelfRedeeming {

    private SelfRedeeming() {}

    /** Whether a program has any; nothing is asked of the database where none has. */
    public static boolean any(ProgramDocument document) {
        return document.rewards().stream().anyMatch(Reward::redeemsItself);
    }

    /** Whether one of them is paid from a wallet. */
    public static boolean waitsFor(ProgramDocument document, WalletCode wallet) {
        return paidFrom(document).anyMatch(wallet::equals);
    }

    private static Stream<WalletCode> paidFrom(ProgramDocument document) {
        return document.rewards().stream()
                .filter(Reward::redeemsItself)
                .flatMap(reward -> reward.price().stream())
                .map(price -> price.wallet());
    }

    /**
     * Those that some member could pay for with so many points, in the order in which they go: that of the document. What it costs
     * this one, and everything else about it, is for the redemption to decide.
     */
    public static List<Reward> withinReach(ProgramDocument document, Map<WalletCode, Long> spendable) {
        return document.rewards().stream()
                .filter(Reward::redeemsItself)
                .filter(reward -> reward.price()
                        .filter(price -> price.money().isEmpty())
                        .filter(price -> spendable.getOrDefault(price.wallet(), 0L) >= price.lowest())
                        .isPresent())
                .toList();
    }
}
