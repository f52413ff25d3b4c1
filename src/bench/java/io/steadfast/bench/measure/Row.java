package io.steadfast.bench.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One pair of the table: the product's rate and its floor's, and what each operation costs. */
record Row(String what, int connections, Side product, Side floor, List<Loop.Result> halfRate) {

    /** One side of a pair. */
    record Side(double rate, double serverCpuMillis, double databaseCpuMillis, double walBytes) {

        static final Side NONE = new Side(0, 0, 0, 0);

        double cpuMillis() {
            return serverCpuMillis + databaseCpuMillis;
        }

        static Side of(long operations, double seconds, Meter.Reading used) {
            double each = Math.max(1, operations);
            return new Side(
                    operations / seconds,
                    used.serverSeconds() * 1_000 / each,
                    used.databaseSeconds() * 1_000 / each,
                    used.wal() / each);
        }
    }

    static final String HEAD = String.format(
            "%-34s %4s %9s %9s %6s %8s %8s %6s %8s %8s %8s %6s %8s",
            "operation",
            "conn",
            "rate/s",
            "floor/s",
            "ratio",
            "cpu ms",
            "floor",
            "ratio",
            "p50 us",
            "p99 us",
            "p99.9",
            "99/50",
            "wal B");

    double ratio() {
        return floor.rate() > 0 ? product.rate() / floor.rate() : 0;
    }

    private double cpuRatio() {
        return floor.cpuMillis() > 0 ? product.cpuMillis() / floor.cpuMillis() : 0;
    }

    private Loop.Result half() {
        return halfRate.isEmpty() ? new Loop.Result(0, 0, 0, 0, 0) : halfRate.get(0);
    }

    String line() {
        Loop.Result half = half();
        return String.format(
                "%-34s %4d %9.1f %9.1f %6.2f %8.2f %8.2f %6.1f %8.0f %8.0f %8.0f %6.1f %8.0f",
                what,
                connections,
                product.rate(),
                floor.rate(),
                ratio(),
                product.cpuMillis(),
                floor.cpuMillis(),
                cpuRatio(),
                half.p50(),
                half.p99(),
                half.p999(),
                half.p50() > 0 ? half.p99() / half.p50() : 0,
                product.walBytes());
    }

    void writeTo(ObjectNode json) {
        json.put("operation", what)
                .put("connections", connections)
                .put("ratio", ratio())
                .put("cpuRatio", cpuRatio());
        side(json.putObject("product"), product);
        side(json.putObject("floor"), floor);
        json.put("p50Micros", half().p50()).put("p99Micros", half().p99()).put("p999Micros", half().p999());
        json.put("openRate", half().rate());
    }

    private static void side(ObjectNode json, Side side) {
        json.put("rate", side.rate())
                .put("serverCpuMillis", side.serverCpuMillis())
                .put("databaseCpuMillis", side.databaseCpuMillis())
                .put("walBytes", side.walBytes());
    }
}
