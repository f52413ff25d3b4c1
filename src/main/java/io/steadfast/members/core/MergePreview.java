package io.steadfast.members.core;

import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.WalletCode;
import java.util.List;

/**
 * What merging two members would do.
 *
 * @param wallets in which either has or owes anything
 * @param lines what else comes with the source
 * @param refusals why they can't be merged; empty where they can
 */
public record MergePreview(
        Member source, Member survivor, List<Points> wallets, List<MergeLine> lines, List<RefusalReason> refusals) {

    public MergePreview {
        wallets = List.copyOf(wallets);
        lines = List.copyOf(lines);
        refusals = List.copyOf(refusals);
    }

    /**
     * A wallet, before and after.
     *
     * @param lots how many lots of the source's come, at most {@value #MOST_LOTS} are counted
     */
    public record Points(WalletCode wallet, WalletBalance source, WalletBalance survivor, long lots) {

        public static final int MOST_LOTS = 200;

        /** What the survivor could spend afterwards; what one owes the other's points pay. */
        public long spendable() {
            return source.spendable() + survivor.spendable();
        }

        public long pending() {
            return source.pending() + survivor.pending();
        }
    }
}
