package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.ClientTest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every call of the document through the client that is generated from it: what it sends is taken, what comes back is understood,
 * and what the contract refuses is refused by status and code. That every call refuses who has no key or no scope, and what isn't a
 * request, is looked at for all of them alike in {@link DoorsIT}.
 */
class ConformanceIT extends ClientTest {

    /** A key can't do them, so that a person's own test does: {@code ExtensionRunServiceIT}. */
    private static final Set<String> A_PERSONS = Set.of("runExtension");

    /** A part of the day of a tenant's systems. */
    @FunctionalInterface
    private interface Scene {
        void play() throws Exception;
    }

    @Test
    void every_call_of_the_document_does_what_it_says() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        scenes.put("members", new MemberCalls()::play);
        scenes.put("orders and points", new PointCalls()::play);
        scenes.put("rewards and vouchers", new RewardCalls()::play);
        scenes.put("choices and programs", new ProgramCalls()::play);
        scenes.put("giving", new GivingCalls()::play);
        scenes.put("memberships", new MembershipCalls()::play);
        scenes.put("activities, referrals and notices", new ActivityCalls()::play);
        scenes.put("bulk work, reports and webhooks", new BulkCalls()::play);
        scenes.put("operators", new OperatorCalls()::play);
        SoftAssertions all = new SoftAssertions();
        scenes.forEach((name, scene) -> all.assertThatCode(scene::play).as(name).doesNotThrowAnyException());
        all.assertAll();
        Set<String> never = new TreeSet<>();
        ApiDocument.read().tree().path("paths").findValuesAsText("operationId").forEach(never::add);
        never.removeAll(Caller.done());
        never.removeAll(A_PERSONS);
        assertThat(never).as("calls that no scene did").isEmpty();
    }
}
