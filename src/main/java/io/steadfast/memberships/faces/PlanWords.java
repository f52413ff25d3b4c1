package io.steadfast.memberships.faces;

import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.Phase;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Memberships in the words of the screens. */
@Named("planned")
@RequestScoped
public class PlanWords {

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    public String plan(MembershipView view) {
        return view.plan().name().in(frame.getLocale());
    }

    public String state(MembershipState state) {
        return t.text("memberships", "state." + state);
    }

    /** The chip's colour: amber and red only where somebody has to do something. */
    public String tone(MembershipState state) {
        return switch (state) {
            case TRIAL -> "when";
            case ACTIVE -> "gain";
            case PAST_DUE -> "warn";
            case SUSPENDED -> "danger";
            case CANCELLED, ENDED -> "";
        };
    }

    /** What the state means for this member, with its date. */
    public String meaning(MembershipView view) {
        Instant covered = view.phase().coveredUntil();
        return switch (view.state()) {
            case TRIAL, ACTIVE, CANCELLED -> with(view, lastDay(view, covered));
            case PAST_DUE ->
                with(
                        view,
                        lastDay(view, view.course().nextChangeAfter(view.now()).orElse(covered)));
            case SUSPENDED, ENDED -> with(view, day(view, view.phase().from()));
        };
    }

    /** Plans keep the program's calendar, whatever the reader's or the tenant's zone. */
    public String day(MembershipView view, Instant at) {
        return formats.day(at.atZone(view.subscription().terms().zone()).toLocalDate());
    }

    /** The last day of what ends, exclusively, at an instant. */
    public String lastDay(MembershipView view, Instant exclusiveEnd) {
        return day(view, exclusiveEnd.minusNanos(1));
    }

    private String with(MembershipView view, String day) {
        return t.with("memberships", "meaning." + view.state(), "day", day);
    }

    /** {@code USD 14.99 a month}. */
    public String price(MembershipView view) {
        return t.with(
                "memberships",
                "price." + view.subscription().terms().interval(),
                "price",
                formats.money(view.subscription().price(view.now())));
    }

    /** When how much is expected next; empty where nothing is. */
    public String next(MembershipView view) {
        return view.nextPayment()
                .map(next -> t.with(
                        "memberships",
                        view.state() == MembershipState.SUSPENDED ? "next_any" : "next_due",
                        "price",
                        formats.money(next.amount()),
                        "day",
                        day(view, next.dueAt())))
                .orElse("");
    }

    public String outcome(Outcome outcome) {
        return t.with("memberships", "outcome." + outcome.kind(), "price", formats.money(outcome.amount()));
    }

    /** One step of the past: the state it led to, and to when it was covered where it was. */
    public String step(MembershipView view, Phase phase) {
        boolean covered = phase.state() == MembershipState.TRIAL
                || phase.state() == MembershipState.ACTIVE
                || phase.state() == MembershipState.CANCELLED;
        return covered
                ? t.with(
                        "memberships",
                        "step",
                        "state",
                        state(phase.state()),
                        "day",
                        lastDay(view, phase.coveredUntil()))
                : state(phase.state());
    }
}
