package io.steadfast.accrual;

import io.steadfast.accrual.core.Activation;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.GrantDates;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.StandingLot;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Movement;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.Origin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Starts the wait of points that run from delivery, once the delivery is reported. */
@Dependent
class Fulfilment {

    @Inject
    ProgramService programs;

    /** The judgement with the dates now known, and the lots that get them. */
    record Dated(Judgement judgement, List<Movement> movements) {}

    /** @param judgement what stands, with its lots */
    Dated dated(OrderCase one, Judgement judgement, UUID receiptId) {
        Optional<Instant> fulfilledAt = one.present().fulfilledAt();
        if (fulfilledAt.isEmpty() || judgement.grants().stream().noneMatch(Fulfilment::waits)) {
            return new Dated(judgement, List.of());
        }
        List<StandingGrant> grants = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        for (StandingGrant standing : judgement.grants()) {
            Optional<Grant> dated = waits(standing)
                    ? dated(standing, facts(judgement, standing), one.present().occurredAt(), fulfilledAt)
                    : Optional.empty();
            dated.ifPresent(grant -> movements.addAll(redated(one, standing, grant, receiptId)));
            grants.add(dated.map(grant -> new StandingGrant(
                            standing.key(), standing.version(), grant, standing.taken(), standing.lots()))
                    .orElse(standing));
        }
        return new Dated(judgement.standing(grants, judgement.kept()), movements);
    }

    private static boolean waits(StandingGrant standing) {
        Activation activation = standing.grant().activation();
        return activation.kind() == Activation.Kind.AFTER_FULFILMENT
                && activation.at().isEmpty();
    }

    private static MemberFacts facts(Judgement judgement, StandingGrant standing) {
        return judgement.programs().stream()
                .filter(each -> each.program().equals(standing.key().program()))
                .findFirst()
                .map(ProgramJudgement::facts)
                .orElseThrow();
    }

    private Optional<Grant> dated(
            StandingGrant standing, MemberFacts facts, Instant occurredAt, Optional<Instant> fulfilledAt) {
        Optional<ProgramDocument> document =
                programs.version(standing.key().program(), standing.version()).map(version -> version.document());
        return document.flatMap(each -> each.rule(standing.key().rule())).map(rule -> {
            GrantDates dates = new GrantDates(document.orElseThrow(), facts.tiers(), occurredAt);
            Activation activation = dates.activation(rule, fulfilledAt);
            return standing.grant()
                    .activating(activation, dates.expiry(rule, standing.key().wallet(), activation.at()));
        });
    }

    private static List<Movement> redated(OrderCase one, StandingGrant standing, Grant grant, UUID receiptId) {
        Cause cause = Cause.rule(new Origin(
                        Origin.Kind.PROGRAM,
                        standing.key().program().value(),
                        standing.version(),
                        Optional.of(standing.key().rule())))
                .about(one.present().source(), one.present().reference())
                .in(receiptId);
        return standing.lots().stream()
                .filter(lot -> lot.left() > 0)
                .map(StandingLot::lot)
                .map(lot -> (Movement) new Movement.Redate(
                        standing.key().wallet(), lot, grant.activation().at(), grant.expiresAt(), cause))
                .toList();
    }
}
