package io.steadfast.launcher;

import fish.payara.micro.PayaraMicro;

/** Starts the product. */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
        PayaraMicro.main(arguments);
    }
}
