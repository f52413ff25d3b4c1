package io.steadfast.stamps;

import io.steadfast.accrual.Followed;
import io.steadfast.accrual.OrderFollower;
import io.steadfast.accrual.SettledOrder;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.LedgerService;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.StampCard;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.core.CardKey;
import io.steadfast.stamps.core.Stamp;
import io.steadfast.stamps.core.StampRule;
import io.steadfast.stamps.store.StampRepository;
import io.steadfast.stamps.store.StampRepository.Occasion;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Keeps the stamps of an order in line with the order, and the vouchers in line with the stamps. */
@ApplicationScoped
public class StampFollower implements OrderFollower {

    @Inject
    private StampRepository stamps;

    @Inject
    private CardDesk desk;

    @Inject
    private ProgramService programs;

    @Inject
    private LedgerService ledger;

    @Override
    public Followed follow(SettledOrder settled) {
        Set<Stamp> wanted = wanted(settled);
        if (wanted.isEmpty() && (settled.before().isEmpty() || neverStamped(settled))) {
            return Followed.NOTHING;
        }
        Set<Stamp> standing =
                settled.before().isPresent() ? new HashSet<>(stamps.ofOrder(settled.orderId())) : Set.of();
        Occasion occasion = new Occasion(settled.orderId(), settled.receiptId(), settled.now());
        Set<CardKey> touched = new LinkedHashSet<>();
        standing.stream().filter(stamp -> !wanted.contains(stamp)).forEach(stamp -> {
            stamps.takeBack(stamp, occasion);
            touched.add(stamp.card());
        });
        wanted.stream().filter(stamp -> !standing.contains(stamp)).forEach(stamp -> {
            stamps.add(stamp, occasion);
        });
        wanted.forEach(stamp -> touched.add(stamp.card()));
        Followed followed = Followed.NOTHING;
        for (CardKey key : touched) {
            followed = followed.and(settled(key, settled, occasion));
        }
        return followed;
    }

    /** Whether no program that judged it has cards: no question is asked of the database then. */
    private boolean neverStamped(SettledOrder settled) {
        return !settled.changedHands()
                && settled.judgement().isPresent()
                && settled.judgement().get().programs().stream()
                        .filter(each -> each.version() > 0)
                        .flatMap(each -> programs.version(each.program(), each.version()).stream())
                        .allMatch(version -> version.document().stampCards().isEmpty());
    }

    /** The stamps that this state of the order gives. */
    private Set<Stamp> wanted(SettledOrder settled) {
        Set<Stamp> wanted = new LinkedHashSet<>();
        Optional<MemberId> member = settled.present().member().map(ledger::survivorOf);
        if (member.isEmpty() || settled.judgement().isEmpty()) {
            return wanted;
        }
        Judgement judgement = settled.judgement().get();
        Order order = judgement.order().asIn(settled.present());
        for (ProgramJudgement each : judgement.programs()) {
            if (!looked(each)) {
                continue;
            }
            ProgramVersion version =
                    programs.version(each.program(), each.version()).orElseThrow();
            for (StampCard card : version.document().stampCards()) {
                if (StampRule.stamps(card, version.document().basics(), order, each)) {
                    LocalDate day = order.occurredAt()
                            .atZone(version.document().basics().zone())
                            .toLocalDate();
                    CardKey key = new CardKey(member.get(), each.program(), card.code());
                    wanted.add(new Stamp(key, settled.orderId(), day));
                }
            }
        }
        return wanted;
    }

    private static boolean looked(ProgramJudgement judgement) {
        return judgement.version() > 0
                && judgement.skipped().stream()
                        .noneMatch(skipped -> skipped.rule().isEmpty());
    }

    private Followed settled(CardKey key, SettledOrder settled, Occasion occasion) {
        Optional<ProgramVersion> version = version(key.program(), settled);
        Optional<StampCard> card = version.flatMap(known -> known.document().stampCards().stream()
                .filter(each -> each.code().equals(key.card()))
                .findFirst());
        if (card.isEmpty()) {
            return Followed.NOTHING;
        }
        CardDesk.Settled now = desk.settle(key, card.get(), version.get(), occasion);
        boolean own = settled.present().member().map(ledger::survivorOf).equals(Optional.of(key.member()));
        return own ? Followed.of(key.program(), told(card.get(), now)) : Followed.NOTHING;
    }

    private static Receipt.Beside told(StampCard card, CardDesk.Settled now) {
        List<Receipt.Made> made = new ArrayList<>();
        for (Voucher voucher : now.ofOrder()) {
            Receipt.Made issued = Receipt.Made.of(
                            voucher.code().shown(), voucher.state().name().toLowerCase(Locale.ROOT))
                    .ofKind(voucher.reward().value());
            made.add(voucher.expiresAt().map(issued::until).orElse(issued));
        }
        String state = now.count().towards(card) + "/" + card.stamps();
        return Receipt.Beside.stamps(List.of(
                        Receipt.Made.of(card.code(), state).times(now.count().live())))
                .and(Receipt.Beside.vouchers(made));
    }

    /** The version that judged the order, else the one in force when it happened. */
    private Optional<ProgramVersion> version(ProgramCode program, SettledOrder settled) {
        return settled.judgement()
                .flatMap(judgement -> judgement.programs().stream()
                        .filter(each -> each.program().equals(program) && each.version() > 0)
                        .findFirst())
                .flatMap(each -> programs.version(program, each.version()))
                .or(() -> programs.inForce(program, settled.present().occurredAt()));
    }
}
