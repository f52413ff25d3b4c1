package io.steadfast.architecture.broken.till;

/** Offends: holds the administrator's login outside tenancy. */
public final class AdminGrabber {
    public AdminDatabase held = new AdminDatabase();
}
