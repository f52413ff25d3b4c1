package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.time.RealClock;
import io.steadfast.webhooks.core.Claimed;
import io.steadfast.webhooks.core.Delivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a tenant can't reach through us. */
class WebhookSenderTest {

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "169.254.169.254"})
    void nothingIsSentToAnAddressInsideTheHouse(String host) {
        WebhookSender sender = sender();
        try (Receiver receiver = Receiver.open()) {
            String url = receiver.url().replace("127.0.0.1", host);
            Delivery.Attempt attempt = sender.send(to(url)).orElseThrow();
            assertThat(attempt.trouble()).hasValue("ADDRESS_NOT_PUBLIC");
            assertThat(receiver.got()).isEmpty();
        } finally {
            sender.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a b", "https://example.com:99999/", "https:nobody"})
    void anAddressThatIsNoneIsAnAttemptThatFailedAndThrowsNothing(String url) {
        WebhookSender sender = sender();
        try {
            assertThat(sender.send(to(url)).orElseThrow().trouble()).hasValue("ADDRESS_NOT_VALID");
        } finally {
            sender.close();
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        WebhookSender sender = sender();
        sender.privateAllowed = true;
        try (Receiver receiver = Receiver.open().answering(307)) {
            Delivery.Attempt attempt = sender.send(to(receiver.url())).orElseThrow();
            assertThat(attempt.trouble()).hasValue("ANSWERED_307");
            assertThat(receiver.got()).hasSize(1);
        } finally {
            sender.close();
        }
    }

    @Test
    void aReceiverThatAnswersDropByDropIsNotWaitedForBeyondTheDeadline() {
        WebhookSender sender = sender();
        sender.privateAllowed = true;
        sender.deadline = Duration.ofMillis(600);
        try (Receiver receiver = Receiver.open().answering(200).answeringDropByDrop()) {
            Delivery.Attempt attempt = sender.send(to(receiver.url())).orElseThrow();
            assertThat(attempt.httpStatus()).hasValue(200);
            assertThat(attempt.millis()).isLessThan(10_000);
        } finally {
            sender.close();
        }
    }

    @Test
    void whatWasHeldUpUntilAnotherMaySendItSoonIsNotSentAnyMore() {
        WebhookSender sender = sender();
        sender.privateAllowed = true;
        try (Receiver receiver = Receiver.open()) {
            Instant now = Instant.now();
            assertThat(sender.send(to(receiver.url(), now.plus(WebhookSender.DEADLINE))))
                    .isEmpty();
            assertThat(sender.send(to(receiver.url(), now.minusSeconds(60)))).isEmpty();
            assertThat(receiver.got()).isEmpty();
        } finally {
            sender.close();
        }
    }

    @Test
    void aReceiverThatTakesTheCallAndSaysNothingTimesOut() throws IOException {
        WebhookSender sender = sender();
        sender.privateAllowed = true;
        sender.deadline = Duration.ofMillis(600);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Delivery.Attempt attempt = sender.send(to("http://127.0.0.1:" + silent.getLocalPort() + "/"))
                    .orElseThrow();
            assertThat(attempt.trouble()).hasValue("TIMED_OUT");
            assertThat(attempt.millis()).isLessThan(8_000);
        } finally {
            sender.close();
        }
    }

    @AfterEach
    void stopTheClockwork() {
        clockwork.shutdownNow();
    }

    private WebhookSender sender() {
        WebhookSender sender = new WebhookSender();
        sender.scheduler = clockwork;
        sender.clock = new RealClock();
        sender.open();
        return sender;
    }

    private static Claimed to(String url) {
        return to(url, Instant.now().plus(Duration.ofMinutes(2)));
    }

    private static Claimed to(String url, Instant until) {
        return new Claimed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                url,
                List.of(new byte[32]),
                Optional.empty(),
                Optional.of("{}"),
                0,
                until);
    }
}
