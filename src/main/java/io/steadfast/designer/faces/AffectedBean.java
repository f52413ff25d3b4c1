package io.steadfast.designer.faces;

import io.steadfast.designer.PlainTable;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiergifts.TierGiftForecastService;
import io.steadfast.tiers.TierPreview;
import io.steadfast.tiers.TierPreviewService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Whose tier a publish would move at once, and what they are given for it. */
@Named("affected")
@RequestScoped
public class AffectedBean {

    private static final int MOST_SHOWN = 20;

    @Inject
    private DraftsBean drafts;

    @Inject
    private ComparisonBean comparison;

    @Inject
    private FrameBean frame;

    @Inject
    private TierPreviewService tiers;

    @Inject
    private TierGiftForecastService forecast;

    @Inject
    private PageTexts t;

    private @Nullable Optional<TierPreview> moves;
    private @Nullable String gifts;

    /** The version the draft is compared with, where there is something to compare. */
    private Optional<PublishedVersion> before() {
        return comparison.getBefore().filter(before -> comparison.isDifferent());
    }

    /** Whose tier would move at once; empty where the program has no tiers. */
    public Optional<TierPreview> getMoves() {
        if (moves == null) {
            moves = before().filter(
                            before -> !before.version().document().tierSets().isEmpty())
                    .map(before -> tiers.compare(before.version(), drafts.document()));
        }
        return moves;
    }

    public List<TierPreview.Moved> getMoved() {
        return getMoves().map(TierPreview::moved).orElse(List.of()).stream()
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The vouchers that those who move up are given at once, as in "Beauty bag (12), 10 % off (3)"; empty where none is. */
    public String getGifts() {
        if (gifts == null) {
            Map<RewardCode, Long> times = getMoves()
                    .map(preview -> forecast.of(preview, drafts.code(), drafts.document()))
                    .orElse(Map.of());
            gifts = times.entrySet().stream()
                    .map(one -> t.with("designer", "moves_gift", "reward", name(one.getKey()), "count", one.getValue()))
                    .collect(Collectors.joining(t.text("designer", "moves_gift_next")));
        }
        return gifts;
    }

    private String name(RewardCode reward) {
        return drafts.document()
                .reward(reward)
                .map(found -> found.name().in(frame.getLocale()))
                .orElse(reward.value());
    }

    /** A tier's name, of the draft or of the version it follows. */
    public String tier(TierSetCode set, TierCode tier) {
        return drafts.document()
                .tierSet(set)
                .filter(found -> found.rankOf(tier) >= 0)
                .or(() -> before().flatMap(before -> before.version().document().tierSet(set)))
                .filter(found -> found.rankOf(tier) >= 0)
                .map(found -> found.tiers().get(found.rankOf(tier)).name().in(frame.getLocale()))
                .orElse(tier.value());
    }

    /** Sends every member whose tier would move as a table. */
    public void downloadMoves() throws IOException {
        refuse();
        List<List<String>> rows = getMoves().map(TierPreview::moved).orElse(List.of()).stream()
                .map(one -> List.of(
                        one.member().toString(),
                        one.set().value(),
                        one.before().value(),
                        one.after().value(),
                        one.way() == TierPreview.Way.UP ? "up" : "down"))
                .toList();
        send("tier-moves", PlainTable.of(List.of("member", "tier_set", "tier_before", "tier_after", "moves"), rows));
    }

    private void send(String what, byte[] table) throws IOException {
        Faces.sendFile(table, drafts.code().value() + "-" + what + ".csv", true);
    }

    private void refuse() {
        if (!frame.may("EXPORTS_RUN")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
