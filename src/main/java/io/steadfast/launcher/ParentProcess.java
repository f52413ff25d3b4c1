package io.steadfast.launcher;

import java.util.concurrent.CompletableFuture;

/** The build tool that started this process. A signal to it doesn't reach its children, so they watch it. */
final class ParentProcess {

    private ParentProcess() {}

    static CompletableFuture<Void> endWithIt() {
        return ProcessHandle.current()
                .parent()
                .map(parent -> parent.onExit().thenAccept(gone -> System.exit(0)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }
}
