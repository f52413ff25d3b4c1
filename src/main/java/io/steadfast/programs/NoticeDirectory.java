package io.steadfast.programs;

/** Where programs ask whether a promised notice can go out. They know no channel, so whoever keeps them answers here. */
public interface NoticeDirectory {

    /** Whether an endpoint whose answer counts as a notice gets the events that ask for one. */
    boolean hasChannel();
}
