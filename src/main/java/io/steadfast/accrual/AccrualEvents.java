package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantChange;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells outside what was given and taken: one event for each program and direction. */
@Dependent
class AccrualEvents {

    @Inject
    Outbox outbox;

    @Inject
    Event<OrderArrived> arrivals;

    /** What went to or from one wallet by one rule. */
    record Points(WalletCode wallet, RuleCode rule, long points, UUID entryId) {}

    /** What an event carries. */
    record Payload(
            ProgramCode program, int version, UUID receiptId, String source, String reference, List<Points> points) {}

    private record Topic(String type, MemberId member, ProgramCode program, int version) {}

    /** An order is recorded that wasn't known before; told in this process once the transaction has come to be. */
    void arrived() {
        arrivals.fire(new OrderArrived());
    }

    void tell(Receipt receipt, Booked booked) {
        Map<Topic, List<Points>> topics = new LinkedHashMap<>();
        booked.entries().forEach((change, entry) -> {
            String type = change instanceof GrantChange.Give ? "points.accrued" : "points.reversed";
            Topic topic = new Topic(type, change.key().member(), change.key().program(), change.version());
            topics.computeIfAbsent(topic, each -> new ArrayList<>())
                    .add(new Points(change.key().wallet(), change.key().rule(), change.points(), entry));
        });
        topics.forEach((topic, points) -> outbox.publish(
                topic.type(),
                Optional.of(topic.member()),
                new Payload(
                        topic.program(),
                        topic.version(),
                        receipt.receiptId(),
                        receipt.source(),
                        receipt.reference(),
                        points)));
    }
}
