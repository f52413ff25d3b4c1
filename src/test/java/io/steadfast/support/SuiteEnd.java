package io.steadfast.support;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Puts everything away when the run is over, in the order in which one leans on the other. Starts nothing: the browser
 * and the server each start when the first test asks for them, so a run of unit tests pays nothing.
 */
public final class SuiteEnd implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Browser.stop();
        Server.stop();
    }
}
