package io.steadfast.bench.crash;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.FaultProxy;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import io.steadfast.bench.product.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** The run as a whole: a load, faults in a seeded order, and the verdict as one table. Exit code 1 on any violation. */
public final class CrashRun {

    private static final PrintStream OUT = System.out;
    private static final Duration COMES_BACK = Duration.ofMinutes(3);
    private static final int ANSWERED_BETWEEN = 100;
    private static final int CUT_ANSWERS_PER_THOUSAND = 10;
    private static final String TMPFS_SIZE = "900m";
    private static final String SMALL_DISK = "small-disk";

    /** For what waits in no dead hand the relay needs a busy machine's time. */
    private static final Duration RELAY_BUSY = Duration.ofMinutes(3);

    private static final String UNDELIVERED = "SELECT (SELECT count(*) FROM outbox_pending)"
            + " + (SELECT count(*) FROM webhook_delivery WHERE status = 'PENDING')";

    private static final String LOOSE = "SELECT (SELECT count(*) FROM outbox_pending)"
            + " + (SELECT count(*) FROM webhook_delivery d WHERE status = 'PENDING' AND NOT EXISTS"
            + " (SELECT 1 FROM webhook_delivery c WHERE c.lane = d.lane AND c.status = 'PENDING'"
            + " AND c.claimed_until > clock_timestamp()))";

    private static final String UNSENT_LANES = "SELECT DISTINCT lane FROM webhook_delivery WHERE status = 'PENDING'";

    /** Those that a sender holds, a killed one too; nobody else sends them before its claim is over. */
    private static final String HELD_LANES = UNSENT_LANES + " AND claimed_until > clock_timestamp()";

    private final CrashSettings settings;
    private final Map<Fault, List<Long>> outages = new TreeMap<>();
    private final List<String> table = new ArrayList<>();
    private int violations;

    private CrashRun(CrashSettings settings) {
        this.settings = settings;
    }

    /** Takes no arguments; see {@link CrashSettings} for the system properties. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(CrashSettings.ofThisProcess()) == 0 ? 0 : 1);
    }

    /** How many violations there were. */
    static int run(CrashSettings settings) throws Exception {
        CrashRun run = new CrashRun(settings);
        OUT.println("Crash run " + settings);
        if (settings.kills() == 0) {
            run.each();
        } else {
            run.stage("home", run.schedule(), settings.requests());
            run.onSmallDisk(() -> run.stage(SMALL_DISK, List.of(Fault.FILL_DISK, Fault.FILL_DISK), 0));
        }
        OUT.println();
        run.table.forEach(OUT::println);
        OUT.println(
                run.violations == 0 ? "No violation." : run.violations + " violations, seed " + run.settings.seed());
        return run.violations;
    }

    /** Kills in a random order; each of the other faults somewhere among them. */
    private List<Fault> schedule() {
        List<Fault> faults = new ArrayList<>();
        for (int kill = 0; kill < settings.kills(); kill++) {
            faults.add(kill % 5 == 4 ? Fault.KILL_BOTH : Fault.KILL_SERVER);
            faults.add(kill % 2 == 0 ? Fault.KILL_POSTGRES : Fault.KILL_BACKEND);
        }
        faults.addAll(List.of(Fault.TERMINATE_BACKENDS, Fault.EXHAUST_POOL, Fault.NO_CONNECTION_LEFT));
        if (settings.pause().toSeconds() > 0) {
            faults.add(Fault.PAUSE);
        }
        if (settings.kills() >= 5) {
            faults.addAll(List.of(Fault.CUT_DATABASE, Fault.TERMINATE_BACKENDS, Fault.EXHAUST_POOL));
        }
        Collections.shuffle(faults, new Random(settings.seed()));
        return faults;
    }

    /** Every fault once, on one installation; the disk is filled where a small one can be mounted. */
    private void each() throws Exception {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        // The cut database starts the server anew in the same way, twice.
        faults.remove(Fault.KILL_SERVER);
        Collections.shuffle(faults, new Random(settings.seed()));
        if (!onSmallDisk(() -> stage(SMALL_DISK, faults, settings.requests()))) {
            faults.remove(Fault.FILL_DISK);
            stage("home", faults, settings.requests());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    /** False where there is none to be had. */
    private boolean onSmallDisk(Work work) throws Exception {
        if (settings.disk() == CrashSettings.Disk.LEFT_ALONE) {
            return false;
        }
        Path mount =
                Files.createDirectories(settings.directory().resolve(SMALL_DISK).toAbsolutePath());
        if (command("mount", "-t", "tmpfs", "-o", "size=" + TMPFS_SIZE, "tmpfs", mount.toString()) != 0) {
            OUT.println("disk filled: skipped, a small disk can be mounted by root on Linux only");
            return false;
        }
        try {
            work.run();
        } finally {
            command("umount", mount.toString());
        }
        return true;
    }

    private static int command(String... words) throws InterruptedException {
        try {
            return new ProcessBuilder(words).start().waitFor();
        } catch (IOException noSuchProgram) {
            return -1;
        }
    }

    /** One installation from its first start to its verdict. */
    private void stage(String name, List<Fault> faults, long requests) throws Exception {
        List<String> options = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m");
        Journal journal = new Journal();
        try (Product product =
                        Product.in(settings.directory().resolve(name), options).start();
                Inbox inbox = Inbox.open();
                FaultProxy proxy = FaultProxy.before(product.port(), settings.seed())) {
            Brand brand = Brand.make(product, "crash");
            brand.publish("club", "P2");
            long since = lastEvent(brand);
            brand.post("/webhook-endpoints", "{\"url\": \"" + inbox.url() + "\"}");
            long begin = System.nanoTime();
            try (Load load = new Load(brand, proxy.port(), journal)) {
                load.start(settings.clients(), settings.seed());
                proxy.cut(CUT_ANSWERS_PER_THOUSAND);
                strikeAll(faults, new Faults(product, brand, settings), journal, load);
                answered(journal, requests - journal.count(), Duration.ofHours(2));
                proxy.cut(0);
                load.stop();
            }
            long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            report(name, journal, proxy, seconds);
            judge(new Verdict(brand, journal), brand, inbox, since);
        }
    }

    private void strikeAll(List<Fault> faults, Faults hand, Journal journal, Load load) {
        Random random = new Random(settings.seed());
        for (Fault fault : faults) {
            if (!answered(journal, ANSWERED_BETWEEN, COMES_BACK)) {
                throw new IllegalStateException("The product doesn't answer any more before: " + fault.words());
            }
            Waiting.pause(Duration.ofMillis(random.nextInt(2_000)));
            OUT.println(java.time.LocalTime.now() + " " + journal.count() + " acknowledged; now: " + fault.words());
            long begin = System.nanoTime();
            hand.strike(fault);
            load.demandAlive();
            if (!answered(journal, 1, COMES_BACK)) {
                throw new IllegalStateException("The product doesn't come back after: " + fault.words());
            }
            outages.computeIfAbsent(fault, any -> new ArrayList<>())
                    .add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
    }

    /** Whether so many more requests were acknowledged within the time. */
    private static boolean answered(Journal journal, long more, Duration most) {
        long goal = journal.count() + more;
        return Waiting.until(most, () -> journal.count() >= goal);
    }

    private void report(String name, Journal journal, FaultProxy proxy, long seconds) {
        table.add("== " + name + ", " + seconds + " s, seed " + settings.seed());
        table.add(String.format("%-40s %6s %12s", "fault", "times", "longest, ms"));
        outages.forEach((fault, each) ->
                table.add(String.format("%-40s %6d %12d", fault.words(), each.size(), Collections.max(each))));
        outages.clear();
        table.add(String.format("%-40s %6d", "answers cut off on their way", proxy.cuts()));
        table.add(String.format("%-58s %8d", "requests acknowledged", journal.count()));
        table.add(String.format("%-58s %8d", "tries beyond the first", journal.retries()));
    }

    private void judge(Verdict verdict, Brand brand, Inbox inbox, long since) throws SQLException {
        // A claim that is over by the end was one while the others were sent; who finds it comes every ten minutes.
        Set<String> held = lanes(brand, HELD_LANES);
        Waiting.until(RELAY_BUSY, () -> figure(brand, LOOSE) == 0);
        held.addAll(lanes(brand, HELD_LANES));
        Waiting.until(settings.patience(), () -> figure(brand, UNDELIVERED) == 0);
        held.retainAll(lanes(brand, UNSENT_LANES));
        if (!held.isEmpty()) {
            table.add(String.format("%-58s %8d", "members whose events a killed sender still holds", held.size()));
        }
        verdict.judgeEvents(inbox, since, held);
        verdict.judge();
        table.add(String.format("%-58s %8d", "deliveries of events, repeats included", inbox.deliveries()));
        table.addAll(verdict.lines());
        violations += verdict.violations();
        table.forEach(OUT::println);
        table.clear();
    }

    private static long lastEvent(Brand brand) {
        return figure(brand, "SELECT coalesce(max(seq), 0) FROM outbox_event");
    }

    private static long figure(Brand brand, String sql) {
        try (Connection connection = brand.product().database().superuserIn(brand.schema())) {
            return ProductDatabase.number(connection, sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Set<String> lanes(Brand brand, String sql) throws SQLException {
        Set<String> lanes = new HashSet<>();
        try (Connection connection = brand.product().database().superuserIn(brand.schema());
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                lanes.add(row.getString(1));
            }
        }
        return lanes;
    }
}
