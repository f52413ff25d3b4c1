package io.steadfast.members;

import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.members.core.MergePreview;
import io.steadfast.members.core.MergeRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at two members who may become one: what would come to the survivor, and everything that stands in the way. */
@Dependent
class MergeSight {

    @Inject
    private StatementService books;

    @Inject
    @Any
    private Instance<MergePart> parts;

    MergePreview of(Merge merge, Member source, Member survivor) {
        List<MergePreview.Points> wallets = wallets(source.id(), survivor.id());
        List<RefusalReason> refusals = new ArrayList<>(standing(source, survivor));
        wallets.forEach(points -> refusals.addAll(kept(points.source())));
        List<MergeLine> lines = new ArrayList<>();
        lines.add(MergeLine.of(MergeLine.What.IDENTITIES, source.identities().size()));
        lines.add(MergeLine.of(
                MergeLine.What.PROGRAMS,
                source.enrolments().stream()
                        .filter(each -> each.leftAt().isEmpty())
                        .count()));
        if (refusals.isEmpty()) {
            parts.forEach(part -> lines.addAll(part.look(merge)));
        }
        lines.forEach(line -> line.refusal().ifPresent(refusals::add));
        return new MergePreview(source, survivor, wallets, lines, refusals);
    }

    private static List<RefusalReason> standing(Member source, Member survivor) {
        List<RefusalReason> refusals = new ArrayList<>();
        if (source.id().equals(survivor.id())) {
            refusals.add(MergeRefusal.MERGE_SAME_MEMBER);
        }
        if (survivor.status() != MemberStatus.ACTIVE) {
            refusals.add(
                    survivor.status() == MemberStatus.MERGED
                            ? MemberRefusal.MEMBER_MERGED
                            : MemberRefusal.MEMBER_BLOCKED);
        }
        if (source.status() != MemberStatus.ACTIVE) {
            refusals.add(
                    source.status() == MemberStatus.MERGED
                            ? MergeRefusal.MERGE_SOURCE_MERGED
                            : MergeRefusal.MERGE_SOURCE_BLOCKED);
        } else if (source.enrolments().stream().noneMatch(each -> each.leftAt().isEmpty())) {
            refusals.add(MergeRefusal.MERGE_NOT_ENROLLED);
        }
        if (source.person().kind() != survivor.person().kind()) {
            refusals.add(MergeRefusal.MERGE_KINDS_DIFFER);
        }
        return refusals;
    }

    private static List<RefusalReason> kept(WalletBalance source) {
        List<RefusalReason> refusals = new ArrayList<>();
        if (source.held() > 0) {
            refusals.add(MergeRefusal.MERGE_POINTS_HELD);
        }
        if (source.blocked() > 0) {
            refusals.add(MergeRefusal.MERGE_POINTS_BLOCKED);
        }
        return refusals;
    }

    private List<MergePreview.Points> wallets(MemberId source, MemberId survivor) {
        Map<WalletCode, WalletBalance> sources = balances(source);
        Map<WalletCode, WalletBalance> survivors = balances(survivor);
        Map<WalletCode, Long> lots = lots(source);
        Set<WalletCode> wallets = new TreeSet<>(sources.keySet());
        wallets.addAll(survivors.keySet());
        return wallets.stream()
                .map(wallet -> new MergePreview.Points(
                        wallet,
                        sources.getOrDefault(wallet, WalletBalance.none(wallet)),
                        survivors.getOrDefault(wallet, WalletBalance.none(wallet)),
                        lots.getOrDefault(wallet, 0L)))
                .toList();
    }

    private Map<WalletCode, WalletBalance> balances(MemberId member) {
        return books.balances(member).wallets().stream()
                .collect(Collectors.toMap(WalletBalance::wallet, Function.identity()));
    }

    private Map<WalletCode, Long> lots(MemberId source) {
        Map<WalletCode, Long> lots = new TreeMap<>();
        StatementPage<UUID> page =
                new StatementPage<>(source, Optional.empty(), Optional.empty(), MergePreview.Points.MOST_LOTS);
        for (LotStatement lot : books.lots(page)) {
            if (lot.states().pending() + lot.states().active() > 0) {
                lots.merge(lot.wallet(), 1L, Long::sum);
            }
        }
        return lots;
    }
}
