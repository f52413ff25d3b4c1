package io.steadfast.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdempotencyServiceIT extends ContainerTest {

    private static final KeyedRequest REQUEST = new KeyedRequest("key", new byte[] {1});

    @Inject
    private IdempotencyService service;

    @Inject
    private Outbox outbox;

    @Inject
    private AtWork work;

    private static String text(KeptAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void an_effect_happens_once_and_its_answer_stands() throws Exception {
        TestTenant tenant = TestPrograms.live();
        KeptAnswer first = work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of("会员", 1))));
        KeptAnswer again = work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of("other"))));
        assertThat(text(again)).isEqualTo(text(first)).isEqualTo("[\"会员\",1]");
        assertThat(first.replayed()).isFalse();
        assertThat(again.replayed()).isTrue();
        KeptAnswer elsewhere = work.call(TestPrograms.live(), () -> service.once(REQUEST, () -> Answer.ok(List.of())));
        assertThat(elsewhere.replayed()).isFalse();
    }

    @Test
    void an_effect_that_fails_leaves_the_key_free_and_nothing_behind() throws Exception {
        TestTenant tenant = TestPrograms.live();
        assertThatThrownBy(() -> work.call(
                        tenant,
                        () -> service.once(REQUEST, () -> {
                            outbox.publish("member.updated", Optional.empty(), Map.of());
                            throw new Refusal(MemberRefusal.MEMBER_BLOCKED);
                        })))
                .isInstanceOf(Refusal.class);
        assertThat(work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of())))
                        .replayed())
                .isFalse();
    }

    @Test
    void a_call_while_the_first_is_at_work_is_told_to_come_again() throws Exception {
        TestTenant tenant = TestPrograms.live();
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<KeptAnswer> first = thread.submit(() -> work.call(
                    tenant,
                    () -> service.once(REQUEST, () -> {
                        claimed.countDown();
                        refused.await();
                        return Answer.ok(List.of(1));
                    })));
            claimed.await();
            assertThatThrownBy(() -> work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of(2)))))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("IDEMPOTENCY_KEY_IN_PROGRESS");
            refused.countDown();
            assertThat(text(first.get())).isEqualTo("[1]");
            assertThat(text(work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of(2))))))
                    .isEqualTo("[1]");
        } finally {
            refused.countDown();
            thread.shutdown();
        }
    }

    @Test
    void a_secret_is_shown_once() throws Exception {
        TestTenant tenant = TestPrograms.live();
        work.call(
                tenant,
                () -> service.once(
                        REQUEST, () -> Answer.ok(Map.of("secret", "s3cret")).withSecretOf("id-1")));
        assertThatThrownBy(() -> work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of()))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(IdempotencyReason.SECRET_ALREADY_SHOWN);
                    assertThat(refusal.details()).containsEntry("id", "id-1");
                });
    }

    @Test
    void an_answer_that_told_of_an_erased_member_is_gone() throws Exception {
        TestTenant tenant = TestPrograms.live();
        MemberId member = new MemberId(UUID.randomUUID());
        work.call(
                tenant,
                () -> service.once(
                        REQUEST, () -> Answer.ok(Map.of("name", "Ada")).withPersonalFieldsOf(member)));
        work.call(tenant, () -> {
            service.forget(member);
            return true;
        });
        assertThatThrownBy(() -> work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of()))))
                .isInstanceOf(Refusal.class)
                .hasMessage("MEMBER_ERASED");
    }

    @Test
    void another_request_under_the_same_key_is_refused() throws Exception {
        TestTenant tenant = TestPrograms.live();
        work.call(tenant, () -> service.once(REQUEST, () -> Answer.ok(List.of())));
        assertThatThrownBy(() -> work.call(
                        tenant,
                        () -> service.once(new KeyedRequest("key", new byte[] {2}), () -> Answer.ok(List.of()))))
                .isInstanceOf(Refusal.class)
                .hasMessage("IDEMPOTENCY_KEY_REUSED");
    }
}
