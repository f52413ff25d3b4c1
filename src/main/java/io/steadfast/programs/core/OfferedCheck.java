package io.steadfast.programs.core;

/** Names what a document can say and no program can do yet, so that nobody publishes a promise that isn't kept. */
final class OfferedCheck {

    private final ProgramDocument document;
    private final Problems problems;

    OfferedCheck(ProgramDocument document, Problems problems) {
        this.document = document;
        this.problems = problems;
    }

    void check() {
        for (int index = 0; index < document.wallets().size(); index++) {
            // Neither webhooks nor reports of notices can be told from silence yet, and no notice means no expiry.
            boolean promised = document.wallets()
                    .get(index)
                    .notice()
                    .flatMap(Wallet.NoticePromise::channel)
                    .isPresent();
            notOffered(promised, "wallets[" + index + "].notice.channel");
        }
    }

    private void notOffered(boolean said, String path) {
        problems.addIf(said, ProblemCode.NOT_OFFERED, path);
    }
}
