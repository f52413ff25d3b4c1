package io.steadfast.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Several works in turn, as when many tenants share a server. */
final class Mixed implements Work {

    private final List<Work> works;

    Mixed(List<Work> works) {
        this.works = List.copyOf(works);
    }

    @Override
    public Worker open() throws Exception {
        List<Worker> workers = new ArrayList<>();
        for (Work work : works) {
            workers.add(work.open());
        }
        return new Worker() {

            private int next = (int) Thread.currentThread().getId();

            @Override
            public void once() throws Exception {
                workers.get(next++ % workers.size()).once();
            }

            @Override
            public void close() throws Exception {
                for (Worker worker : workers) {
                    worker.close();
                }
            }
        };
    }
}
