package io.steadfast.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.tills.Counter;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the door itself refuses, whatever a page shows. */
class CorrectionServiceIT extends ContainerTest {

    /** Of 1 January 2029: the last usable day is one of the program's calendar. */
    private static final Instant END_OF_THE_DAY_IN_NEW_YORK = Instant.parse("2029-01-02T05:00:00Z");

    private static final WalletCode POINTS = new WalletCode("points");

    @Inject
    private CorrectionService service;

    @Inject
    private DeskService desk;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final Counter counter = Counter.open("P3");
    private final MemberId member = new MemberId(UUID.fromString(counter.member));

    @Test
    void every_role_may_do_what_its_permissions_say_and_nothing_else() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            commands().forEach((name, command) -> {
                boolean may = role.permissions().contains(needed(name));
                boolean refused = refused(role.permissions(), Set.of(), command).stream()
                        .anyMatch(SecurityRefusal.NOT_PERMITTED::equals);
                if (refused == may) {
                    wrong.add(role + " " + name + (refused ? " is refused" : " isn't refused"));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static Permission needed(String command) {
        return switch (command) {
            case "adjust" -> Permission.POINTS_ADJUST;
            case "erase" -> Permission.MEMBERS_ERASE;
            default -> Permission.MEMBERS_CORRECT;
        };
    }

    @Test
    void an_owner_who_came_in_by_a_pin_gives_no_more_than_at_the_counter() {
        assertThat(refused(
                        Role.STORE_MANAGER.permissions(),
                        Set.of(),
                        () -> service.adjust(adjusted(member, 1001, "GESTURE"))))
                .contains(DeskRefusal.ABOVE_LIMIT);
    }

    @Test
    void a_day_beyond_all_calendars_is_refused() {
        assertThat(byAgent(() -> service.extend(longer(Instant.parse("2027-01-01T00:00:00Z"), "+300000-01-01"))))
                .contains(DeskRefusal.DATE_NOT_VALID);
    }

    /** Of somebody who isn't there, so that nothing happens to whoever is. */
    private Map<String, Runnable> commands() {
        MemberId nobody = new MemberId(UUID.randomUUID());
        LocalDate day = LocalDate.of(2030, 1, 1);
        TierSetRef ref = new TierSetRef(new ProgramCode("club"), new TierSetCode("STATUS"));
        Map<String, Runnable> commands = new LinkedHashMap<>();
        commands.put("adjust", () -> service.adjust(adjusted(nobody, 5, "OTHER")));
        commands.put(
                "extend",
                () -> service.extend(new CorrectionService.Longer(nobody, POINTS, Instant.EPOCH, day, "OTHER")));
        commands.put(
                "hold",
                () -> service.hold(new CorrectionService.Held(nobody, ref, new TierCode("GOLD"), day, "OTHER")));
        commands.put("block", () -> service.block(nobody, "OTHER"));
        commands.put("unblock", () -> service.unblock(nobody, "OTHER"));
        commands.put("erase", () -> service.erase(nobody));
        return commands;
    }

    @Test
    void a_reason_is_a_code_and_points_are_not_nothing() {
        assertThat(byAgent(() -> service.adjust(adjusted(member, 0, "OTHER")))).contains(DeskRefusal.POINTS_NOT_VALID);
        assertThat(byAgent(() -> service.adjust(adjusted(member, 5, "Ada called again"))))
                .contains(DeskRefusal.REASON_NEEDED);
        assertThat(byAgent(() -> service.block(member, ""))).contains(DeskRefusal.REASON_NEEDED);
        assertThat(byAgent(() -> service.adjust(adjusted(member, -5, "MISTAKE"))))
                .contains(LedgerRefusal.INSUFFICIENT_POINTS);
    }

    @Test
    void an_end_moves_later_only_and_only_where_something_ends() throws Exception {
        byAgent(() -> service.adjust(adjusted(member, 50, "GESTURE")));
        Instant end = inTenant.call(counter.tenant, () -> desk.expiring(member))
                .get(0)
                .expiresAt();
        assertThat(byAgent(() -> service.extend(longer(end, "2027-01-01"))))
                .contains(LedgerRefusal.EXTENSION_NOT_LATER);
        assertThat(byAgent(() -> service.extend(longer(end.plusSeconds(1), "2029-01-01"))))
                .contains(DeskRefusal.CHOICE_NEEDED);
        assertThat(byAgent(() -> service.extend(longer(end, "2029-01-01")))).isEmpty();
        assertThat(inTenant.call(counter.tenant, () -> desk.expiring(member)))
                .singleElement()
                .satisfies(ending -> assertThat(ending.expiresAt()).isEqualTo(END_OF_THE_DAY_IN_NEW_YORK));
    }

    @Test
    void who_is_there_for_stores_gives_no_more_here_than_at_the_counter() {
        assertThat(byManager(() -> service.adjust(adjusted(member, 1001, "GESTURE"))))
                .contains(DeskRefusal.ABOVE_LIMIT);
        assertThat(byManager(() -> service.adjust(adjusted(member, 1000, "GESTURE"))))
                .isEmpty();
        assertThat(byManager(() -> service.adjust(adjusted(member, -1000, "MISTAKE"))))
                .isEmpty();
        assertThat(byAgent(() -> service.adjust(adjusted(member, 1001, "MISSING_PURCHASE"))))
                .isEmpty();
    }

    private CorrectionService.Longer longer(Instant end, String lastDay) {
        return new CorrectionService.Longer(member, POINTS, end, LocalDate.parse(lastDay), "GESTURE");
    }

    private static CorrectionService.Correction adjusted(MemberId whose, long points, String reason) {
        return new CorrectionService.Correction(whose, Optional.of(POINTS), points, reason, "");
    }

    private Optional<RefusalReason> byAgent(Runnable command) {
        return refused(Role.SERVICE_AGENT.permissions(), Set.of(), command);
    }

    private Optional<RefusalReason> byManager(Runnable command) {
        return refused(Role.STORE_MANAGER.permissions(), Set.of("LDN1"), command);
    }

    private Optional<RefusalReason> refused(Set<Permission> permissions, Set<String> stores, Runnable command) {
        Actor person = new Actor(Actor.Kind.PERSON, UUID.randomUUID().toString(), "Pat", permissions, Set.of(), stores);
        Throwable[] thrown = new Throwable[1];
        try {
            inTenant.call(
                    counter.tenant,
                    () -> currentActor.call(person, "local", () -> {
                        command.run();
                        return true;
                    }));
        } catch (Exception failure) {
            thrown[0] = failure;
        }
        Throwable cause = thrown[0];
        while (cause != null && !(cause instanceof Refusal) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause != null && !(cause instanceof Refusal)) {
            throw new AssertionError(cause);
        }
        return Optional.ofNullable((Refusal) cause).map(Refusal::reason);
    }
}
