package io.steadfast.bench.crash;

/** What is done to the product while it works. */
enum Fault {
    KILL_SERVER("server killed (-9)"),
    KILL_POSTGRES("PostgreSQL killed (-9)"),
    KILL_BACKEND("one backend killed (-9)"),
    KILL_BOTH("both killed (-9)"),
    TERMINATE_BACKENDS("every backend terminated"),
    EXHAUST_POOL("pool exhausted"),
    NO_CONNECTION_LEFT("no connection left"),
    PAUSE("PostgreSQL stopped"),
    CUT_DATABASE("commits cut off before their answer"),
    FILL_DISK("disk filled");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
