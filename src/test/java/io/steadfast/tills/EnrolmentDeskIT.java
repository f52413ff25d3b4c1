package io.steadfast.tills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestPrograms;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody joins at the counter of a brand with two programs whose members bring friends. */
class EnrolmentDeskIT extends ContainerTest {

    private static final Place LONDON = new Place(Optional.of("LDN1"), Optional.empty(), "till");

    @Inject
    private CounterService service;

    @Inject
    private InTenant inTenant;

    @Inject
    private CurrentActor currentActor;

    private final Counter counter = twoPrograms();

    private static Counter twoPrograms() {
        Counter counter = Counter.open("P14");
        TestPrograms.publish(counter.tenant, "second", "P14", Instant.parse("2026-01-01T08:00:00Z"));
        return counter;
    }

    private CounterWork enrol(String phone, String code) throws Exception {
        Actor staff = new Actor(
                Actor.Kind.PERSON,
                UUID.randomUUID().toString(),
                "Pat",
                Set.of(Permission.STORE_SERVE, Permission.MEMBERS_VIEW, Permission.MEMBERS_EDIT),
                Set.of(),
                Set.of("LDN1"));
        CounterService.Newcomer newcomer = new CounterService.Newcomer(
                Optional.of("Ben"),
                Map.of(IdentityKind.PHONE, phone),
                "en",
                Set.of(),
                CounterService.Newcomer.Terms.ACCEPTED,
                Optional.of(code));
        return inTenant.call(
                counter.tenant, () -> currentActor.call(staff, "local", () -> service.enrol(newcomer, LONDON)));
    }

    @Test
    void a_friends_code_counts_in_the_program_that_knows_it_and_is_refused_where_none_does() throws Exception {
        String code = counter.api
                .get("/members/" + counter.member + "/referral-code?program=club")
                .expect(200)
                .json()
                .path("code")
                .asText();
        CounterWork made = enrol("+447700900472", code);
        assertThat(counter.api
                        .get("/members/" + made.member())
                        .expect(200)
                        .json()
                        .path("programs"))
                .hasSize(2);
        JsonNode friends = counter.api
                .get("/members/" + counter.member + "/referrals")
                .expect(200)
                .json()
                .path("items");
        assertThat(friends).hasSize(1);
        assertThatThrownBy(() -> enrol("+447700900473", "ABCDEFGH")).hasStackTraceContaining("REFERRAL_CODE_UNKNOWN");
    }
}
