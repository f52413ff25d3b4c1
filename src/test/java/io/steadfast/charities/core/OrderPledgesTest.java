package io.steadfast.charities.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderReturns;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pledges of orders through any states and returns, with the job running whenever it likes. */
class OrderPledgesTest {

    private static final int SCHEDULES = 1_000;
    private static final Instant LATER = Gifts.BOUGHT.plusSeconds(3600);

    /** The donations of one order as the product keeps them: what stands, and the entries. */
    private static final class Book implements OrderPledges.Source {

        private final ProgramVersion version;
        private final List<StandingChoice> choices;
        private final Map<UUID, Donation> donations = new TreeMap<>();
        private final Map<Account, Long> accounts = new EnumMap<>(Account.class);
        private final Map<String, Long> charities = new TreeMap<>();
        private long ids;

        Book(ProgramVersion version, List<StandingChoice> choices) {
            this.version = version;
            this.choices = choices;
        }

        OrderPledges.Outcome arrives(Order order, Instant now) {
            boolean judged = order.paid() || order.status() == OrderStatus.CANCELLED;
            List<OrderPledges.Looked> looked = judged && order.member().isPresent()
                    ? List.of(new OrderPledges.Looked(version, Gifts.judged(version, order)))
                    : List.of();
            OrderPledges.Outcome outcome = OrderPledges.of(
                    new OrderPledges.Facts(new UUID(1, 1), order, looked, now), List.copyOf(donations.values()), this);
            outcome.changes().forEach(this::write);
            return outcome;
        }

        void jobRuns(Instant now) {
            List.copyOf(donations.values())
                    .forEach(each -> DonationBook.due(each, now).forEach(this::write));
        }

        void settles(Instant now) {
            jobRuns(now);
            donations.values().stream()
                    .filter(each -> each.state() == DonationState.CONFIRMED
                            && each.destination().charity().isPresent())
                    .toList()
                    .forEach(each -> write(DonationBook.settle(each, new UUID(9, 9), now)));
        }

        private void write(DonationChange change) {
            donations.put(change.after().id(), change.after());
            for (Move move : change.moves()) {
                book(move.from(), move.fromCharity(), -move.amount());
                book(move.to(), move.toCharity(), move.amount());
            }
        }

        private void book(Account account, Optional<CharityCode> charity, long amount) {
            accounts.merge(account, amount, Long::sum);
            if (account == Account.PLEDGED || account == Account.CONFIRMED || account == Account.SETTLED) {
                charities.merge(account + " " + charity.map(CharityCode::value).orElse("-"), amount, Long::sum);
            }
        }

        /** What stands by the clock: charity, state, part and amount of each member. */
        Map<String, Long> ending(Instant now) {
            Map<String, Long> ending = new TreeMap<>();
            donations.values().stream()
                    .map(each -> each.at(now))
                    .filter(each -> each.amount() > 0)
                    .forEach(each -> ending.merge(
                            each.key().member() + " " + each.key().pledge() + " "
                                    + each.destination()
                                            .charity()
                                            .map(CharityCode::value)
                                            .orElse("-") + " "
                                    + each.state(),
                            each.amount(),
                            Long::sum));
            return ending;
        }

        void assertBalanced(Instant now) {
            assertThat(accounts.values().stream().mapToLong(Long::longValue).sum())
                    .isZero();
            Map<String, Long> rebuilt = new HashMap<>();
            donations.values().stream()
                    .filter(each -> each.amount() > 0)
                    .forEach(each -> rebuilt.merge(
                            (each.state() == DonationState.RECEIPTED
                                            ? "SETTLED"
                                            : each.state().name()) + " "
                                    + each.destination()
                                            .charity()
                                            .map(CharityCode::value)
                                            .orElse("-"),
                            each.amount(),
                            Long::sum));
            Map<String, Long> entered = new HashMap<>(charities);
            entered.values().removeIf(amount -> amount == 0);
            assertThat(entered).as("entries at %s", now).isEqualTo(rebuilt);
        }

        @Override
        public CharityChoice choice(ProgramVersion asked, Optional<CharityCode> ofOrder) {
            return new CharityChoice(
                    asked.document().giving(), asked.document().basics().zone(), ofOrder, choices, Gifts.ALL_OPEN);
        }

        @Override
        public UUID nextId() {
            return new UUID(2, ++ids);
        }
    }

    @Test
    void a_return_of_everything_takes_the_pledge_back_and_its_withdrawal_gives_it_again() {
        Book book = new Book(Gifts.program(), List.of());
        Order order = Gifts.choosing(Gifts.order(Gifts.line("A", 1, 20_00)), "clean-seas");
        book.arrives(order, LATER);
        OrderReturn all = Gifts.goods("r1", "A", 1);
        book.arrives(order.withReturns(List.of(all)), LATER);
        assertThat(book.ending(LATER)).isEmpty();
        book.arrives(order.withReturns(List.of(all.withdrawn())), LATER);
        assertThat(book.ending(LATER).values()).containsExactly(1_00L);
        book.assertBalanced(LATER);
    }

    @Test
    void after_the_settlement_a_return_changes_nothing_and_says_so() {
        Book book = new Book(Gifts.program(), List.of());
        Order order = Gifts.choosing(Gifts.order(Gifts.line("A", 1, 20_00)), "clean-seas");
        book.arrives(order, LATER);
        Instant paid = Gifts.BOUGHT.plusSeconds(40 * 86_400L);
        book.settles(paid);
        Map<String, Long> before = book.ending(paid);
        OrderPledges.Outcome back = book.arrives(order.withReturns(List.of(Gifts.goods("r1", "A", 1))), paid);
        assertThat(back.changes()).isEmpty();
        assertThat(back.troubles()).containsExactly(new Trouble(DonationReason.DONATION_SETTLED, "clean-seas"));
        assertThat(book.ending(paid)).isEqualTo(before);
        OrderPledges.Outcome cancelled =
                book.arrives(Gifts.as(order, OrderStatus.CANCELLED, order.donation(), List.of()), paid);
        assertThat(cancelled.changes()).isEmpty();
        assertThat(cancelled.troubles()).extracting(Trouble::reason).containsExactly(DonationReason.DONATION_SETTLED);
        book.assertBalanced(paid);
    }

    @Test
    void the_brands_amount_is_the_programs_and_another_one_is_told() {
        Book book = new Book(Gifts.program(), List.of());
        Order order = Gifts.order(Gifts.line("A", 1, 20_00));
        OrderPledges.Outcome other = book.arrives(
                Gifts.as(
                        order,
                        OrderStatus.PAID,
                        Optional.of(new OrderDonation("clean-seas", Optional.of(9_00L), OrderDonation.Funding.BRAND)),
                        List.of()),
                LATER);
        assertThat(other.standing()).extracting(Donation::amount).containsExactly(1_00L);
        assertThat(other.troubles()).containsExactly(new Trouble(DonationReason.DONATION_AMOUNT_DIFFERS, "900"));
    }

    @Test
    void a_default_given_by_the_job_isnt_taken_by_a_later_state_of_the_order() {
        Book book = new Book(Gifts.program(), List.of());
        Order order = Gifts.order(Gifts.line("A", 1, 20_00), Gifts.line("B", 1, 20_00));
        book.arrives(order, LATER);
        Instant late = Gifts.BOUGHT.plusSeconds(15 * 86_400L);
        book.jobRuns(late);
        book.arrives(order.withReturns(List.of(Gifts.goods("r1", "A", 1))), late);
        assertThat(book.donations.values())
                .extracting(each -> each.destination().charity())
                .containsExactly(Optional.of(Gifts.HOMES));
        book.assertBalanced(late);
    }

    @Test
    void any_order_of_states_and_returns_and_jobs_ends_in_the_same_pledges() {
        long first = Long.getLong("steadfast.seed", System.nanoTime());
        System.getLogger(OrderPledgesTest.class.getName())
                .log(System.Logger.Level.INFO, "Pledges from seed {0}", Long.toString(first));
        for (long seed = first; seed < first + SCHEDULES; seed++) {
            Random random = new Random(seed);
            ProgramVersion version = anyProgram(random);
            List<StandingChoice> choices = anyChoices(random);
            List<Order> states = states(random);
            Instant end = Gifts.BOUGHT.plusSeconds(random.nextInt(60) * 86_400L);
            Map<String, Long> straight = played(version, choices, states, end, Optional.empty());
            List<Order> other = new ArrayList<>(states);
            other.add(states.get(random.nextInt(states.size())));
            Collections.shuffle(other, random);
            assertThat(played(version, choices, other, end, Optional.of(random)))
                    .as("seed %d", seed)
                    .isEqualTo(straight);
        }
    }

    /** States by revision, with the union of their returns, as orders arrive; the job runs in between as it likes. */
    private static Map<String, Long> played(
            ProgramVersion version,
            List<StandingChoice> choices,
            List<Order> states,
            Instant end,
            Optional<Random> jobs) {
        Book book = new Book(version, choices);
        Optional<Order> standing = Optional.empty();
        for (int at = 0; at < states.size(); at++) {
            Order state = states.get(at);
            Instant now = at == states.size() - 1
                    ? end
                    : Gifts.BOUGHT.plusSeconds(
                            (long) at * (end.getEpochSecond() - Gifts.BOUGHT.getEpochSecond()) / states.size());
            Optional<Order> before = standing;
            boolean newer = before.map(
                            each -> each.revision().get() < state.revision().get())
                    .orElse(true);
            if (newer) {
                List<OrderReturn> known = before.map(Order::returns).orElse(List.of());
                Order present = state.withReturns(
                        OrderReturns.union(known, state.returns()).all());
                book.arrives(present, now);
                standing = Optional.of(present);
            }
            if (jobs.filter(Random::nextBoolean).isPresent()) {
                book.jobRuns(now);
            }
            book.assertBalanced(now);
        }
        // A till that missed a return sends the last state with all of them: that is what every schedule ends with.
        Order last = states.stream()
                .reduce((one, two) -> one.revision().get() > two.revision().get() ? one : two)
                .orElseThrow();
        List<OrderReturn> all = new ArrayList<>();
        states.forEach(each ->
                each.returns().stream().filter(one -> !all.contains(one)).forEach(all::add));
        book.arrives(last.withReturns(OrderReturns.union(List.of(), all).all()), end);
        book.assertBalanced(end);
        return book.ending(end);
    }

    private static ProgramVersion anyProgram(Random random) {
        String fixed = "\"amount\":{\"kind\":\"fixed\",\"amount\":{\"USD\":100}}";
        String skip = "\"nothingPaid\":\"skip\"";
        return switch (random.nextInt(4)) {
            case 0 -> Gifts.program(fixed, "\"amount\":{\"kind\":\"percent\",\"percent\":2.75}");
            case 1 -> Gifts.program(skip, "\"minimumOrder\":{\"USD\":4000},\"nothingPaid\":\"skip\"");
            case 2 -> Gifts.program("\"from\":\"order\"", "\"from\":\"fulfilment\"");
            default -> Gifts.program();
        };
    }

    private static List<StandingChoice> anyChoices(Random random) {
        List<StandingChoice> choices = new ArrayList<>();
        for (int more = random.nextInt(3); more > 0; more--) {
            choices.add(new StandingChoice(
                    random.nextBoolean() ? Gifts.SEAS : Gifts.MINDS,
                    Gifts.BOUGHT.plusSeconds((random.nextInt(40) - 20) * 86_400L)));
        }
        return choices;
    }

    private static List<Order> states(Random random) {
        List<Order> states = new ArrayList<>();
        List<OrderReturn> inside = new ArrayList<>();
        OrderLine[] lines = lines(random);
        int revisions = 1 + random.nextInt(4);
        for (int revision = 1; revision <= revisions; revision++) {
            if (random.nextInt(3) == 0) {
                lines = lines(random);
            }
            if (random.nextBoolean()) {
                inside.add(Gifts.goods("r" + revision, "L" + random.nextInt(3), 1 + random.nextInt(2)));
            }
            Order order = Gifts.order(lines).of(Optional.of(member(random))).withReturns(inside);
            Optional<OrderDonation> donation = random.nextInt(3) == 0
                    ? Optional.of(new OrderDonation(
                            random.nextBoolean() ? "clean-seas" : "young-minds",
                            Optional.empty(),
                            OrderDonation.Funding.BRAND))
                    : Optional.empty();
            OrderStatus status = random.nextInt(8) == 0 ? OrderStatus.CANCELLED : OrderStatus.PAID;
            Order state = Gifts.as(order, status, donation, List.of());
            states.add((random.nextInt(3) == 0 && status == OrderStatus.PAID
                            ? Gifts.fulfilled(state, Gifts.BOUGHT.plusSeconds(random.nextInt(10) * 86_400L))
                            : state)
                    .withRevision(Optional.of((long) revision)));
        }
        return states;
    }

    private static MemberId member(Random random) {
        return random.nextInt(5) == 0 ? Gifts.NOA : Gifts.MIA;
    }

    private static OrderLine[] lines(Random random) {
        OrderLine[] lines = new OrderLine[1 + random.nextInt(3)];
        for (int at = 0; at < lines.length; at++) {
            lines[at] = Gifts.line("L" + at, 1 + random.nextInt(3), random.nextInt(6_000));
        }
        return lines;
    }
}
