package io.steadfast.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Product;
import java.io.PrintStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The run as a whole: fill, warm up, measure each pair, print one table and write it as JSON. */
public final class BenchRun {

    private static final PrintStream OUT = System.out;
    private static final int RICH = 500;
    private static final int FEW = 10_000;
    private static final long POINTS = 1_000_000_000L;

    private final BenchSettings settings;
    private final Product product;
    private final List<Row> rows = new ArrayList<>();
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private BenchRun(BenchSettings settings, Product product) {
        this.settings = settings;
        this.product = product;
    }

    /** Takes no arguments; see {@link BenchSettings} for the system properties. */
    public static void main(String[] arguments) throws Exception {
        run(BenchSettings.ofThisProcess());
    }

    /** What was measured. */
    static List<Row> run(BenchSettings settings) throws Exception {
        try (Product product =
                Product.in(settings.directory().resolve("home"), options()).start()) {
            BenchRun run = new BenchRun(settings, product);
            run.measure();
            run.report();
            return run.rows;
        }
    }

    /** Of the server's virtual machine; with a file for {@code flight}, what it spent its time on is recorded there. */
    private static List<String> options() {
        String heap = System.getProperty("heap", "1g");
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap, "-Xms" + heap));
        String flight = System.getProperty("flight", "");
        if (!flight.isEmpty()) {
            // Calls through the container are deeper than the 64 frames that are usual.
            options.add("-XX:FlightRecorderOptions:stackdepth=512");
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + flight);
        }
        return options;
    }

    private void measure() throws Exception {
        Brand brand = Brand.make(product, "bench");
        Catalogue.publish(brand, settings.programs());
        Catalogue.publishBudgeted(brand);
        Crowd crowd = Crowd.fill(brand, "p0", 1, settings.members());
        Crowd rich = Crowd.fill(brand, "p0", 2, rich(settings));
        Crowd budgeted = Crowd.fill(brand, "budgeted", 3, Math.min(settings.members(), FEW));
        enrich(rich);
        OUT.println(Instant.now() + " filled; load " + Meter.load());
        Brand floorBrand = Brand.make(product, "floor");
        Catalogue.publish(floorBrand, 1);
        Crowd floorCrowd = Crowd.fill(floorBrand, "p0", 1, settings.members());
        Pairs pairs = new Pairs(new Meter(product), settings.slice());
        double rate = pairs.warmUp(HttpWork.orders(crowd), settings.busy(), settings.warmUp());
        OUT.println(Instant.now() + " warm at " + Math.round(rate) + " orders a second; load " + Meter.load());
        if (has(Part.OPERATIONS)) {
            operations(pairs, crowd, rich, floorCrowd);
        }
        if (has(Part.SPECIAL)) {
            special(pairs, crowd, budgeted, floorCrowd);
        }
        Growth growth = new Growth(product, pairs, settings, crowd);
        if (has(Part.MEMBERS)) {
            add(growth.members());
        }
        if (has(Part.ENTRIES)) {
            add(growth.entries());
        }
        if (has(Part.TENANTS)) {
            for (int tenants : settings.growthTenants()) {
                add(growth.tenants(tenants));
            }
        }
        jobs(crowd, pairs);
        // Last: it starts the server anew, behind a proxy.
        if (has(Part.ROUND_TRIPS)) {
            roundTrips(crowd, rich, budgeted);
        }
    }

    private boolean has(Part part) {
        return settings.parts().contains(part);
    }

    private void operations(Pairs pairs, Crowd crowd, Crowd rich, Crowd floorCrowd) throws Exception {
        Floor orders = pattern(floorCrowd, 0, HttpWork.ordersOf(floorCrowd, 0));
        Floor redemptions = patternOfRedemption(floorCrowd.brand(), rich(settings));
        for (int connections : settings.connections()) {
            add(pairs.measure(
                    "order (" + orders.rows() + " rows)", connections, HttpWork.orders(crowd), Optional.of(orders)));
            add(pairs.measure("redemption", connections, HttpWork.redemptions(rich), Optional.of(redemptions)));
            add(pairs.measure(
                    "member lookup", connections, HttpWork.lookups(crowd), Optional.of(Readings.lookups(crowd))));
            add(pairs.measure("balance", connections, HttpWork.balances(crowd), Optional.of(Readings.balances(crowd))));
        }
        add(pairs.compare(
                "order beside five bare rows", settings.busy(), HttpWork.orders(crowd), new BareRows(product)));
    }

    /** Each beside its floor, with orders at half the rate that is possible. */
    private void jobs(Crowd crowd, Pairs pairs) throws Exception {
        if (Part.JOBS.stream().noneMatch(this::has)) {
            return;
        }
        double half = pairs.warmUp(HttpWork.orders(crowd), settings.busy(), Duration.ZERO) / 2;
        Job.Watch watch = new Job.Watch(HttpWork.orders(crowd), half, settings.slice());
        FileJobs files = new FileJobs(product, settings.directory(), settings.jobs());
        if (has(Part.EXPIRY)) {
            add(new ExpiryJob(product, settings.jobs()).measure(watch));
        }
        if (has(Part.MEMBER_FILE)) {
            add(files.members(watch));
        }
        if (has(Part.ORDER_FILE)) {
            add(files.orders(watch));
        }
        if (has(Part.REVIEW)) {
            add(new ReviewJob(product, settings.jobs()).measure(watch));
        }
    }

    private void roundTrips(Crowd crowd, Crowd rich, Crowd budgeted) throws Exception {
        try (RoundTrips trips = RoundTrips.behind(product, settings.trips())) {
            figures.put("round trips of an order", trips.of(HttpWork.orders(crowd)));
            figures.put("round trips of an order on a budget", trips.of(HttpWork.orders(budgeted)));
            figures.put("round trips of a redemption", trips.of(HttpWork.redemptions(rich)));
            figures.put("round trips of a lookup", trips.of(HttpWork.lookups(crowd)));
            figures.put("round trips of a balance", trips.of(HttpWork.balances(crowd)));
        }
    }

    private void special(Pairs pairs, Crowd crowd, Crowd budgeted, Crowd floorCrowd) throws Exception {
        Crowd one = Crowd.fill(floorCrowd.brand(), "p0", 4, 1);
        Floor onOne = pattern(one, 0, HttpWork.ordersOf(one, 0));
        add(pairs.measure(
                "all orders on one member", settings.busy(), HttpWork.ordersOf(crowd, 1), Optional.of(onOne)));
        Row budget = pairs.compare(
                "orders on one budget / without", settings.busy(), HttpWork.orders(budgeted), HttpWork.orders(crowd));
        add(budget);
        Row batch = pairs.compare(
                "batch of 100 / single orders", settings.busy(), HttpWork.batches(crowd), HttpWork.orders(crowd));
        add(batch);
        figures.put("batch of 100 / single orders, per order", batch.ratio() * 100);
    }

    private void add(Row row) {
        rows.add(row);
        OUT.println(row.line());
    }

    private void add(Job job) {
        jobs.add(job);
        OUT.println(Instant.now() + " " + job.line());
    }

    /** Points to redeem, from as many orders as there are members, given by a goodwill adjustment each. */
    private static void enrich(Crowd rich) {
        for (int at = 0; at < rich.size(); at++) {
            give(rich, at);
        }
    }

    private static void give(Crowd crowd, int member) {
        crowd.brand()
                .post(
                        "/adjustments",
                        "{\"memberId\": \"" + crowd.id(member) + "\", \"points\": " + POINTS
                                + ", \"kind\": \"goodwill\", \"reason\": \"BENCH\", \"note\": \"n\"}");
    }

    /** The rows of the second call of a member's: the first makes what later ones change. */
    private static Floor pattern(Crowd crowd, int member, Work work) throws Exception {
        Brand brand = crowd.brand();
        String id = crowd.id(member).toString();
        try (Connection connection = brand.product().database().superuserIn(brand.schema());
                Work.Worker worker = work.open()) {
            worker.once();
            makeAccounts(connection, id);
            Traces traces = new Traces(connection);
            Map<String, Set<String>> known = traces.keys(id);
            long mark = traces.mark();
            worker.once();
            return new Floor(crowd, id, traces.since(mark, known));
        }
    }

    /** So that the floor, too, changes what is there for every member. */
    private static void makeAccounts(Connection connection, String model) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("INSERT INTO account (member_id, wallet) SELECT s.member_id, a.wallet FROM standing s"
                    + " CROSS JOIN (SELECT DISTINCT wallet FROM account WHERE member_id = '" + model + "') a"
                    + " ON CONFLICT DO NOTHING");
        }
    }

    /** How many have points to redeem; each gets them by a call. */
    private static int rich(BenchSettings settings) {
        return Math.min(RICH, settings.members());
    }

    private static Floor patternOfRedemption(Brand brand, int count) throws Exception {
        Crowd rich = Crowd.fill(brand, "p0", 2, count);
        Crowd first = Crowd.fill(brand, "p0", 5, 1);
        give(first, 0);
        Floor one = pattern(first, 0, HttpWork.redemptions(first));
        return one.over(rich);
    }

    private void report() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(Row.HEAD);
        rows.forEach(row -> lines.add(row.line()));
        figures.forEach((what, ratio) -> lines.add(String.format("%-50s %6.2f", what, ratio)));
        jobs.forEach(job -> lines.add(job.line()));
        lines.add("load average " + Meter.load());
        OUT.println();
        lines.forEach(OUT::println);
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("at", Instant.now().toString())
                .put("loadAverage", Meter.load())
                .put("members", settings.members());
        rows.forEach(row -> row.writeTo(json.withArray("rows").addObject()));
        jobs.forEach(job -> json.withArray("jobs").addPOJO(job));
        figures.forEach((what, ratio) -> json.withObject("/figures").put(what, ratio));
        Files.createDirectories(settings.directory());
        Files.writeString(
                settings.directory().resolve("bench.json"),
                mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }
}
