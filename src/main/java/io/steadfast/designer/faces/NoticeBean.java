package io.steadfast.designer.faces;

import io.steadfast.accrual.core.WhatIf;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.programs.ChangePromiseService;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.tiers.TierPreview;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The notice that members were promised before a change, at the place where somebody publishes one. */
@Named("notice")
@RequestScoped
public class NoticeBean {

    @Inject
    private DraftsBean drafts;

    @Inject
    private ChangePromiseService promises;

    @Inject
    private MoreOrLessBean moreOrLess;

    @Inject
    private AffectedBean affected;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    private @Nullable Optional<ChangePromiseService.Promise> promise;

    /** What binds this draft; empty where nothing is promised or members read nothing else by it. */
    public Optional<ChangePromiseService.Promise> getPromise() {
        if (promise == null) {
            promise = promises.of(drafts.code(), drafts.document());
        }
        return promise;
    }

    public String getText() {
        return text("promised");
    }

    String unkept() {
        return text("promised.unkept");
    }

    private String text(String key) {
        return getPromise()
                .map(one -> t.with("designer", key, "days", one.days(), "day", formats.day(one.earliest())))
                .orElse("");
    }

    /** The day that the page proposes: as typed, else the earliest that keeps the promise, else none. */
    public String getDay() {
        return drafts.given("from")
                .orElseGet(() -> getPromise()
                        .map(one -> one.earliest()
                                .atZone(drafts.document().basics().zone())
                                .toLocalDate()
                                .toString())
                        .orElse(""));
    }

    /** Whether the latest orders and the present tiers show nobody who is worse off. */
    public boolean isFavourable() {
        List<WhatIf.Sum> sums = moreOrLess.getFound().map(WhatIf::sums).orElse(List.of());
        return sums.stream().allMatch(sum -> sum.less() == 0)
                && affected.getMoves().map(TierPreview::down).orElse(0L) == 0;
    }

    /** What whoever publishes says of it. */
    ChangeNotice.Declared declared() {
        return drafts.parameter("favour").equals("yes")
                ? ChangeNotice.Declared.IN_MEMBERS_FAVOUR
                : ChangeNotice.Declared.NOTHING;
    }

    /** Whether it may begin then; a declaration counts only while nothing shows the contrary. */
    boolean keeps(Instant from) {
        return getPromise()
                .map(one -> !from.isBefore(one.earliest())
                        || declared() == ChangeNotice.Declared.IN_MEMBERS_FAVOUR && isFavourable())
                .orElse(true);
    }
}
