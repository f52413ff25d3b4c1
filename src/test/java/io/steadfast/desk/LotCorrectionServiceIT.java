package io.steadfast.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.tills.Counter;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the door of single lots refuses, whatever a page shows. */
class LotCorrectionServiceIT extends ContainerTest {

    private static final WalletCode POINTS = new WalletCode("points");

    @Inject
    private LotCorrectionService service;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final Counter counter = Counter.open("P3");
    private final MemberId member = new MemberId(UUID.fromString(counter.member));

    @Test
    void who_may_correct_members_may_and_nobody_else() {
        for (Role role : Role.values()) {
            boolean may = role.permissions().contains(Permission.MEMBERS_CORRECT);
            for (Runnable command : new Runnable[] {this::block, this::free, this::revive}) {
                assertThat(refused(role, command).filter(SecurityRefusal.NOT_PERMITTED::equals))
                        .as(role.name())
                        .isEqualTo(may ? Optional.empty() : Optional.of(SecurityRefusal.NOT_PERMITTED));
            }
        }
    }

    @Test
    void a_reason_is_asked_for_and_what_never_lapsed_never_comes_back() {
        assertThat(refused(Role.SERVICE_AGENT, () -> service.block(kept("")))).contains(DeskRefusal.REASON_NEEDED);
        assertThat(refused(Role.SERVICE_AGENT, this::block)).contains(LedgerRefusal.NOTHING_TO_BLOCK);
        assertThat(refused(Role.SERVICE_AGENT, this::free)).contains(LedgerRefusal.NOTHING_BLOCKED);
        assertThat(refused(Role.SERVICE_AGENT, this::revive)).contains(LedgerRefusal.LOT_UNKNOWN);
    }

    private void block() {
        service.block(kept("FRAUD"));
    }

    private void free() {
        service.free(kept("CLEARED"));
    }

    private void revive() {
        service.reinstate(new LotCorrectionService.Revived(
                member, POINTS, UUID.randomUUID(), LocalDate.of(2030, 1, 1), "GESTURE"));
    }

    private LotCorrectionService.Kept kept(String reason) {
        return new LotCorrectionService.Kept(member, POINTS, Optional.empty(), reason);
    }

    private Optional<RefusalReason> refused(Role role, Runnable command) {
        Actor person = new Actor(
                Actor.Kind.PERSON, UUID.randomUUID().toString(), "Pat", role.permissions(), Set.of(), Set.of("LDN1"));
        try {
            inTenant.call(
                    counter.tenant,
                    () -> currentActor.call(person, "local", () -> {
                        command.run();
                        return member;
                    }));
            return Optional.empty();
        } catch (Exception failure) {
            Throwable cause = failure;
            while (!(cause instanceof Refusal) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof Refusal refusal) {
                return Optional.of(refusal.reason());
            }
            throw new AssertionError(failure);
        }
    }
}
