package io.steadfast.sandbox.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.programs.PublishedWallets;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.sandbox.Occurrence;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Stream;

/** What the codes in an event are called in the tenant's programs; the code where none has it. */
@Named("occurrenceNames")
@RequestScoped
public class OccurrenceNames {

    @Inject
    private PublishedWallets wallets;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    String wallet(Occurrence one) {
        return code(one).map(code -> wallets.name(code, frame.getLocale())).orElseGet(() -> one.detail("wallet"));
    }

    /** As their wallet shows them. */
    String points(Occurrence one) {
        String points = one.detail("points");
        return points.matches("-?[0-9]{1,18}")
                ? formats.number(
                        Long.parseLong(points), code(one).map(wallets::decimals).orElse(0))
                : points;
    }

    /** @param detail {@code before} or {@code after} */
    String tier(Occurrence one, String detail) {
        String code = one.detail(detail);
        return documents(one)
                .flatMap(document -> document.tierSets().stream())
                .filter(set -> set.code().value().equals(one.detail("set")))
                .flatMap(set -> set.tiers().stream())
                .filter(tier -> tier.code().value().equals(code))
                .map(tier -> tier.name().in(frame.getLocale()))
                .findFirst()
                .orElse(code);
    }

    String plan(Occurrence one) {
        String code = one.detail("plan");
        return documents(one)
                .flatMap(document -> document.plans().stream())
                .filter(plan -> plan.code().value().equals(code))
                .map(plan -> plan.name().in(frame.getLocale()))
                .findFirst()
                .orElse(code);
    }

    String reward(Occurrence one) {
        String code = one.detail("reward");
        return documents(one)
                .flatMap(document -> document.rewards().stream())
                .filter(reward -> reward.code().value().equals(code))
                .map(reward -> reward.name().in(frame.getLocale()))
                .findFirst()
                .orElse(code);
    }

    /** The rule by which points came or went; empty where none is told. */
    String rule(Occurrence one) {
        String code = one.detail("rule");
        return documents(one)
                .flatMap(document -> document.earning().rules().stream())
                .filter(rule -> rule.code().value().equals(code))
                .map(rule -> rule.name().in(frame.getLocale()))
                .findFirst()
                .orElse(code);
    }

    private Stream<ProgramDocument> documents(Occurrence one) {
        return wallets.programs().stream()
                .filter(program -> program.code().value().equals(one.detail("program")))
                .map(program -> program.document());
    }

    private static Optional<WalletCode> code(Occurrence one) {
        try {
            return Optional.of(new WalletCode(one.detail("wallet")));
        } catch (IllegalArgumentException noWallet) {
            return Optional.empty();
        }
    }
}
