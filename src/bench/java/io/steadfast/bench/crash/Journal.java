package io.steadfast.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Reply;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the brand's systems know: every request that was acknowledged, and what they were told of each member's points. */
final class Journal {

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> points = new ConcurrentHashMap<>();
    /** A receipt says what the order as a whole has come to, returns included. */
    private final Map<String, Long> standing = new ConcurrentHashMap<>();

    private final Queue<String> redemptions = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder retries = new LongAdder();

    void acknowledged(Request request, Reply reply) {
        request.acknowledged(reply);
        JsonNode answer = Brand.json(reply.text());
        if (!request.wasCarriedOut() && !(request.kind == Request.Kind.REDEMPTION && reply.status() == 422)) {
            surprises.add(
                    request.call.method() + " " + request.call.path() + ": " + reply.status() + " " + reply.text());
        } else if (request.wasCarriedOut()) {
            note(request.kind, answer);
        }
        requests.add(request);
        retries.add(request.tries() - 1L);
        acknowledged.increment();
    }

    private void note(Request.Kind kind, JsonNode answer) {
        switch (kind) {
            case MEMBER -> points.putIfAbsent(answer.path("id").asText(), new AtomicLong());
            case ORDER, RETURN -> {
                long stands = 0;
                for (JsonNode program : answer.path("programs")) {
                    stands += sum(program.path("granted")) - sum(program.path("taken"));
                }
                String order = answer.path("source").asText() + "/"
                        + answer.path("reference").asText();
                Long before = standing.put(order, stands);
                of(answer.path("memberId").asText()).addAndGet(stands - (before == null ? 0 : before));
            }
            case REDEMPTION -> {
                redemptions.add(answer.path("redemptionId").asText());
                of(answer.path("memberId").asText())
                        .addAndGet(-answer.path("points").asLong());
            }
        }
    }

    private static long sum(JsonNode moved) {
        long points = 0;
        for (JsonNode one : moved) {
            points += one.path("points").asLong();
        }
        return points;
    }

    private AtomicLong of(String member) {
        return points.computeIfAbsent(member, any -> new AtomicLong());
    }

    long count() {
        return acknowledged.sum();
    }

    long retries() {
        return retries.sum();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** What each member can spend less what they owe, by the answers alone. */
    Map<String, AtomicLong> points() {
        return points;
    }

    List<String> redemptions() {
        return List.copyOf(redemptions);
    }

    /** Answers that no fault explains. */
    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
