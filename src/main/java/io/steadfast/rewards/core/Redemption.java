package io.steadfast.rewards.core;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that became something.
 *
 * @param version of the program by which it was sold
 * @param kind of the reward, as in {@code amount_voucher}
 * @param points in all, in the wallet's smallest unit
 * @param money paid beside them, in minor units of the program's currency
 * @param entry of the books that used the points
 * @param credit the entry that granted credit, where that is what it was
 * @param stockTaken how many were taken from a stock that can run out
 * @param store where it was done, if at a till
 * @param validUntil exclusive end of a right that was bought
 * @param cause who wanted it
 * @param occasion of one that nobody asked for, the order or activity that brought the points; empty where none did
 * @param seq of its last event
 */
public record Redemption(
        UUID id,
        MemberId member,
        ProgramCode program,
        int version,
        RewardCode reward,
        String kind,
        int quantity,
        WalletCode wallet,
        long points,
        long money,
        UUID entry,
        Optional<UUID> credit,
        int stockTaken,
        RedemptionState state,
        Optional<RewardOrder> order,
        Optional<String> store,
        Instant madeAt,
        Optional<Instant> validUntil,
        RedemptionCause cause,
        Optional<UUID> occasion,
        int seq) {

    public Redemption becoming(RedemptionState next) {
        return new Redemption(
                id,
                member,
                program,
                version,
                reward,
                kind,
                quantity,
                wallet,
                points,
                money,
                entry,
                credit,
                stockTaken,
                next,
                order,
                store,
                madeAt,
                validUntil,
                cause,
                occasion,
                seq + 1);
    }
}
