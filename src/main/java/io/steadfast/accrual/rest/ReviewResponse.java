package io.steadfast.accrual.rest;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An activity in review as callers see it.
 *
 * @param doubts why, in the words of the contract, program by program
 * @param promised points that wait for the decision, or waited for it
 * @param receipt the one that stands; on the answer to a decision only
 */
public record ReviewResponse(
        UUID id,
        String state,
        ActivityPart activity,
        List<DoubtPart> doubts,
        List<PromisedPart> promised,
        Instant openedAt,
        Optional<DecidedPart> decided,
        Optional<Receipt> receipt) {

    /** The activity as it was reported. */
    public record ActivityPart(
            String type,
            String source,
            String reference,
            MemberId memberId,
            Instant occurredAt,
            Map<String, List<String>> attributes) {

        static ActivityPart of(Activity activity) {
            return new ActivityPart(
                    activity.type(),
                    activity.source(),
                    activity.reference(),
                    activity.member(),
                    activity.occurredAt(),
                    activity.attributes());
        }
    }

    /**
     * One thing against it.
     *
     * @param about the speed in km/h, or the other activity as source/reference
     * @param limit in km/h
     */
    public record DoubtPart(ProgramCode program, String code, String about, Optional<BigDecimal> limit) {}

    /** Points of one rule. */
    public record PromisedPart(
            ProgramCode program, RuleCode rule, WalletCode wallet, long points, Optional<Instant> expiresAt) {}

    /** How it ended. */
    public record DecidedPart(Instant at, String by, String reason) {}

    static ReviewResponse of(ActivityReview review) {
        return of(review, Optional.empty());
    }

    static ReviewResponse of(ActivityReview review, Receipt receipt) {
        return of(review, Optional.of(receipt));
    }

    private static ReviewResponse of(ActivityReview review, Optional<Receipt> receipt) {
        return new ReviewResponse(
                review.id(),
                review.state().name().toLowerCase(Locale.ROOT),
                ActivityPart.of(review.activity()),
                review.doubts().stream()
                        .flatMap(program -> program.doubts().stream()
                                .map(doubt -> new DoubtPart(
                                        program.program(), doubt.reason().name(), doubt.about(), doubt.limit())))
                        .toList(),
                review.promised().stream()
                        .map(each -> new PromisedPart(
                                each.program(),
                                each.granted().rule(),
                                each.granted().wallet(),
                                each.granted().points(),
                                each.granted().expiresAt()))
                        .toList(),
                review.openedAt(),
                review.decided().map(each -> new DecidedPart(each.at(), each.by(), each.reason())),
                receipt);
    }
}
