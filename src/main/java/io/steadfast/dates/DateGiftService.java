package io.steadfast.dates;

import io.steadfast.dates.store.DateGiftRepository;
import io.steadfast.dates.store.DateGiftRepository.Wish;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.PointsUsable;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.DateGift;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives what programs promise for members' own days. Each run looks from the day after the last one to the day ahead of
 * which a gift comes, so that a late run and a member who joined late miss nothing; a calendar year pays once.
 */
@Stateless
public class DateGiftService {

    private static final int GIVEN_A_TRANSACTION = 100;
    private static final int PROGRAMS = 200;

    /** A run that is later than this has nothing to make good for: the day is long over. */
    private static final int LATEST_DAYS = 31;

    @Inject
    private DateGiftRepository gifts;

    @Inject
    private ProgramService programs;

    @Inject
    private GiftParcel parcel;

    @Inject
    private LedgerService ledger;

    @Inject
    private PointsUsable points;

    @Inject
    private TenantClock clock;

    /** The next midnight of a program whose gifts aren't given for that day; empty where no program gives any. */
    public Optional<Instant> nextDue() {
        return giving(clock.now()).stream()
                .map(version -> gifts.through(version.code())
                        .map(through ->
                                through.plusDays(1).atStartOfDay(zone(version)).toInstant())
                        .orElseGet(clock::now))
                .min(Instant::compareTo);
    }

    /**
     * Gives some of what is due on the day of an instant. Running it again gives nothing twice.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean giveSome(Instant upTo) {
        for (ProgramVersion version : giving(upTo)) {
            LocalDate today = upTo.atZone(zone(version)).toLocalDate();
            Optional<LocalDate> through = gifts.through(version.code());
            if (through.filter(day -> !day.isBefore(today)).isPresent()) {
                continue;
            }
            LocalDate from = through.map(day -> day.plusDays(1)).orElse(today);
            LocalDate earliest = today.minusDays(LATEST_DAYS);
            if (given(version, from.isBefore(earliest) ? earliest : from, upTo) > 0) {
                return true;
            }
            gifts.done(version.code(), today);
        }
        return false;
    }

    /** How many gifts were given; none means that nothing is left to give. */
    private int given(ProgramVersion version, LocalDate from, Instant upTo) {
        LocalDate today = upTo.atZone(zone(version)).toLocalDate();
        Map<MemberId, Set<WalletCode>> usable = new HashMap<>();
        int given = 0;
        for (DateGift gift : version.document().dateGifts()) {
            LocalDate last = today.plusDays(gift.leadDays());
            for (LocalDate day = from; !day.isAfter(last) && given < GIVEN_A_TRANSACTION; day = day.plusDays(1)) {
                Wish wish = new Wish(version.code(), gift, day, zone(version), upTo);
                for (MemberId member : gifts.due(wish, GIVEN_A_TRANSACTION - given)) {
                    give(version, wish, member);
                    wallets(version, gift)
                            .forEach(wallet -> usable.computeIfAbsent(member, none -> new HashSet<>())
                                    .add(wallet));
                    given++;
                }
            }
        }
        points.tell(usable);
        return given;
    }

    private void give(ProgramVersion version, Wish wish, MemberId member) {
        ledger.lockMember(member);
        UUID id = Ids.next();
        if (gifts.add(id, member, wish)) {
            parcel.give(new GiftParcel.To(member, id, version, wish.now()), wish.gift());
        }
    }

    /** What its gift can be used in: the wallet of points, or of credit. */
    private static List<WalletCode> wallets(ProgramVersion version, DateGift gift) {
        List<WalletCode> wallets = new ArrayList<>();
        gift.points().map(DateGift.GiftPoints::wallet).ifPresent(wallets::add);
        gift.reward()
                .flatMap(version.document()::reward)
                .filter(reward -> reward.gives() instanceof RewardKind.Credit)
                .map(reward -> ((RewardKind.Credit) reward.gives()).wallet())
                .ifPresent(wallets::add);
        return wallets;
    }

    private List<ProgramVersion> giving(Instant at) {
        List<ProgramCode> codes = new ArrayList<>();
        programs.list("", PROGRAMS).stream().map(ProgramSummary::code).forEach(codes::add);
        return programs.inForce(codes, at).stream()
                .filter(version -> !version.document().dateGifts().isEmpty())
                .toList();
    }

    private static ZoneId zone(ProgramVersion version) {
        return version.document().basics().zone();
    }
}
