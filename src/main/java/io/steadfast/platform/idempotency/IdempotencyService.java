package io.steadfast.platform.idempotency;

import io.steadfast.platform.idempotency.store.KeptAnswers;
import io.steadfast.platform.idempotency.store.KeptAnswers.Claim;
import io.steadfast.platform.idempotency.store.KeptAnswers.Row;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The transactions of idempotent calls: the effect with its claim and answer, and the small one that keeps a refusal. */
@Stateless
public class IdempotencyService {

    @Inject
    private KeptAnswers answers;

    @Inject
    private RefusalProofService proofs;

    @Inject
    private Json json;

    @Inject
    private RealClock clock;

    /**
     * Does the effect in one transaction, without a key.
     *
     * @throws Refusal as the effect does
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public KeptAnswer perform(Callable<Answer> effect) {
        return written(called(effect));
    }

    /**
     * Does the effect in one transaction with the claim of its key, or gives the answer that stands.
     *
     * @throws Refusal as the effect does, and those of {@link IdempotencyReason}
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public KeptAnswer once(KeyedRequest request, Callable<Answer> effect) {
        Optional<KeptAnswer> standing = claimed(request);
        if (standing.isPresent()) {
            return standing.get();
        }
        KeptAnswer answer = written(called(effect));
        answers.complete(request.key(), row(request, answer));
        return answer;
    }

    /**
     * Keeps the answer of a refused call, whose effect has been rolled back. When another call under the same key was quicker
     * its answer stands and is given instead.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public KeptAnswer keep(KeyedRequest request, KeptAnswer answer, String action, Refusal refusal) {
        Optional<KeptAnswer> standing = claimed(request);
        if (standing.isEmpty()) {
            answers.complete(request.key(), row(request, answer));
            proofs.keep(action, refusal);
        }
        return standing.orElse(answer);
    }

    /** Keeps the proof of a refused call without a key, whose effect has been rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void keep(String action, Refusal refusal) {
        proofs.keep(action, refusal);
    }

    /** What this tenant's request hashes are keyed with; never changes. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public String hashKey() {
        return answers.hashKey();
    }

    /** Takes personal fields of an erased member out of every kept answer; their replay is refused as gone. */
    public void forget(MemberId member) {
        answers.forget(member.value());
    }

    /** The standing answer, or nothing when the key is now ours. */
    private Optional<KeptAnswer> claimed(KeyedRequest request) {
        Claim claim = answers.claim(request.key(), request.hash(), clock.now());
        if (claim == Claim.UNDER_WAY) {
            throw new Refusal(IdempotencyReason.IDEMPOTENCY_KEY_IN_PROGRESS, Map.of(Refusal.RETRY_AFTER_SECONDS, 2));
        }
        if (claim == Claim.OURS) {
            return Optional.empty();
        }
        Row row = answers.find(request.key()).orElseThrow(() -> new IllegalStateException("A key taken by nobody"));
        return Optional.of(replay(request, row));
    }

    private KeptAnswer replay(KeyedRequest request, Row row) {
        if (!MessageDigest.isEqual(row.requestHash(), request.hash())) {
            throw new Refusal(IdempotencyReason.IDEMPOTENCY_KEY_REUSED);
        }
        if (row.secretOf() != null) {
            throw new Refusal(IdempotencyReason.SECRET_ALREADY_SHOWN, Map.of("id", row.secretOf()));
        }
        if (row.status() == null || row.headers() == null || row.body() == null) {
            throw new Refusal(IdempotencyReason.MEMBER_ERASED);
        }
        return new KeptAnswer(
                row.status(),
                headers(row.headers()),
                row.body(),
                Optional.empty(),
                Optional.ofNullable(row.memberId()).map(MemberId::new),
                true);
    }

    private Map<String, String> headers(String text) {
        Map<String, String> headers = new HashMap<>();
        json.tree(text.getBytes(StandardCharsets.UTF_8))
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    private Row row(KeyedRequest request, KeptAnswer answer) {
        boolean secret = answer.secretOf().isPresent();
        return new Row(
                request.hash(),
                answer.status(),
                json.text(answer.headers()),
                secret ? null : answer.body(),
                answer.secretOf().orElse(null),
                answer.personalOf().map(MemberId::value).orElse(null));
    }

    private KeptAnswer written(Answer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        answer.body().ifPresent(body -> headers.putIfAbsent("Content-Type", "application/json"));
        byte[] body = answer.body().map(json::write).orElse(new byte[0]);
        return new KeptAnswer(answer.status(), headers, body, answer.secretOf(), answer.personalOf(), false);
    }

    /** A checked exception would leave the transaction to commit: whatever isn't a refusal is a failure here. */
    private static Answer called(Callable<Answer> effect) {
        try {
            return effect.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new EJBException(failure);
        }
    }
}
