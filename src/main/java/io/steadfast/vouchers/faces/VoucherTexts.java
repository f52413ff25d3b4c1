package io.steadfast.vouchers.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.vouchers.VoucherWords;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Vouchers in the words of the screens. */
@Named("vouched")
@RequestScoped
public class VoucherTexts {

    @Inject
    private VoucherWords words;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    @Inject
    private TenantClock clock;

    private final Map<UUID, VoucherWords.Meaning> meanings = new HashMap<>();

    /** What it is called; its reward's code where the version is gone. */
    public String name(Voucher voucher) {
        return meaning(voucher)
                .map(VoucherWords.Meaning::name)
                .orElse(voucher.reward().value());
    }

    public String gives(Voucher voucher) {
        return meaning(voucher).map(VoucherWords.Meaning::gives).orElse("");
    }

    private Optional<VoucherWords.Meaning> meaning(Voucher voucher) {
        if (!meanings.containsKey(voucher.id())) {
            meanings.putAll(words.of(List.of(voucher), frame.getLocale()));
        }
        return Optional.ofNullable(meanings.get(voucher.id()));
    }

    /** What remains of it: money, or that it is whole. */
    public String remaining(Voucher voucher) {
        return figure(voucher, voucher.remaining());
    }

    public String face(Voucher voucher) {
        return figure(voucher, voucher.face());
    }

    private String figure(Voucher voucher, long units) {
        return voucher.currency()
                .map(currency -> formats.money(units, currency.getCurrencyCode()))
                .orElseGet(() -> t.with("vouchers", "uses", "count", units));
    }

    public VoucherState state(Voucher voucher) {
        return voucher.stateAt(clock.now());
    }

    public String stateName(Voucher voucher) {
        return t.text("vouchers", "state." + state(voucher));
    }

    /** The chip's colour: red only where somebody stopped it. */
    public String tone(Voucher voucher) {
        return switch (state(voucher)) {
            case ACTIVE, PARTLY_USED -> "gain";
            case CREATED, ASSIGNED, HELD -> "when";
            case BLOCKED -> "danger";
            case USED, EXPIRED, CANCELLED -> "";
        };
    }

    /** When it ends, in words. */
    public String ends(Voucher voucher) {
        return voucher.expiresAt()
                .map(end -> t.with("vouchers", "usable_through", "day", lastDay(voucher, end)))
                .orElseGet(() -> t.text("vouchers", "never_expires"));
    }

    /** Vouchers keep the program's calendar, whatever the reader's or the tenant's zone. */
    private String lastDay(Voucher voucher, Instant end) {
        return meaning(voucher)
                .map(meaning ->
                        formats.day(end.minusMillis(1).atZone(meaning.zone()).toLocalDate()))
                .orElseGet(() -> formats.lastDay(end));
    }

    public String happened(Voucher voucher, VoucherEvent event) {
        return t.with(
                "vouchers",
                "event." + event.kind(),
                "amount",
                event.amount() > 0 ? figure(voucher, event.amount()) : "");
    }

    public String icon(VoucherEvent event) {
        return switch (event.kind()) {
            case CREATED, ASSIGNED -> "pi-ticket";
            case ACTIVATED -> "pi-check";
            case USED -> "pi-shopping-bag";
            case UNUSED -> "pi-undo";
            case EXPIRED -> "pi-calendar-times";
            case CANCELLED -> "pi-times";
            case BLOCKED -> "pi-ban";
            case UNBLOCKED -> "pi-lock-open";
            case HELD -> "pi-hourglass";
            case RELEASED -> "pi-check";
            case REISSUED -> "pi-refresh";
        };
    }

    /** The order it was used at, or who did it and why. */
    public String by(VoucherEvent event) {
        return event.order()
                .map(order -> t.with("vouchers", "at_order", "reference", order.source() + " " + order.reference()))
                .orElseGet(() -> t.orCode("vouchers", "reason", event.reason()));
    }
}
