package io.steadfast.bench.measure;

/** Something that is done again and again; each thread opens a worker of its own. */
interface Work {

    Worker open() throws Exception;

    /** One thread's share. */
    interface Worker extends AutoCloseable {

        /** Does it once, wholly. */
        void once() throws Exception;
    }
}
