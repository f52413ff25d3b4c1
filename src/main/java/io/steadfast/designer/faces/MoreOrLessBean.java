package io.steadfast.designer.faces;

import io.steadfast.accrual.WhatIfService;
import io.steadfast.accrual.core.WhatIf;
import io.steadfast.designer.OrderGiving;
import io.steadfast.designer.PlainTable;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Transition;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** Who would get more, who less and by how much: the latest real orders, judged by the draft and by a version there is. */
@Named("moreless")
@RequestScoped
public class MoreOrLessBean {

    private static final int MOST_SHOWN = 20;

    @Inject
    private DraftsBean drafts;

    @Inject
    private ComparisonBean comparison;

    @Inject
    private FrameBean frame;

    @Inject
    private WhatIfService whatIf;

    @Inject
    private PageTexts t;

    @Inject
    private Formats formats;

    private @Nullable Optional<WhatIf> found;

    /** Empty before there is a version to compare with, and where the draft says nothing else. */
    public Optional<WhatIf> getFound() {
        if (found == null) {
            found = comparison
                    .getBefore()
                    .filter(before -> comparison.isDifferent())
                    .map(before -> whatIf.compare(
                            before.version().document(), drafts.document(), WhatIfService.MOST, OrderGiving::amount));
        }
        return found;
    }

    /** Whether members of the earlier version get what is better of both, so that nobody can get less. */
    public boolean isBetterOf() {
        return drafts.document().transition().earn() == Transition.Earn.BETTER_OF;
    }

    /** What differs, by kind. */
    public List<WhatIf.Sum> getSums() {
        return getFound().map(WhatIf::sums).orElse(List.of()).stream()
                .filter(WhatIf.Sum::differs)
                .toList();
    }

    /** What stays as it is, as in "Status points, To charity"; empty where all differs. */
    public String getSame() {
        return getFound().map(WhatIf::sums).orElse(List.of()).stream()
                .filter(sum -> !sum.differs())
                .map(sum -> name(sum.kind()))
                .collect(Collectors.joining(t.text("designer", "moves_gift_next")));
    }

    /** Those whom it touches most. */
    public List<WhatIf.Touched> getMembers() {
        return getFound().map(WhatIf::members).orElse(List.of()).stream()
                .limit(MOST_SHOWN)
                .toList();
    }

    /** The first orders that differ; more than a page of them helps nobody. */
    public List<WhatIf.Case> getCases() {
        return getFound().map(WhatIf::cases).orElse(List.of()).stream()
                .limit(MOST_SHOWN)
                .toList();
    }

    /** A member's differences, those of an amount only. */
    public List<Difference> of(WhatIf.Touched member) {
        return differences(member::of);
    }

    public List<Difference> of(WhatIf.Case order) {
        return differences(order::of);
    }

    /** How much more or less of something, in words. */
    public record Difference(String text, boolean more) {}

    /** Gives the amount of a kind. */
    private interface Amounts {
        WhatIf.Amount of(WhatIf.Kind kind);
    }

    private List<Difference> differences(Amounts amounts) {
        boolean several = getSums().size() > 1;
        return getSums().stream()
                .filter(sum -> amounts.of(sum.kind()).difference() != 0)
                .map(sum -> {
                    long difference = amounts.of(sum.kind()).difference();
                    String figure = signed(sum.kind(), difference);
                    return new Difference(several ? figure + " " + name(sum.kind()) : figure, difference > 0);
                })
                .toList();
    }

    /** A wallet's name, or that it goes to charity. */
    public String name(WhatIf.Kind kind) {
        return kind.wallet()
                .map(code -> wallet(kind)
                        .map(wallet -> wallet.name().in(frame.getLocale()))
                        .orElse(code.value()))
                .orElseGet(() -> t.text("designer", "affected_giving"));
    }

    /** So much of a kind: points with the decimals they are shown with, or money. */
    public String amount(WhatIf.Kind kind, long amount) {
        return money(kind)
                .map(currency -> formats.money(amount, currency.getCurrencyCode()))
                .orElseGet(() -> formats.number(
                        amount, wallet(kind).map(Wallet::decimals).orElse(0)));
    }

    public String signed(WhatIf.Kind kind, long amount) {
        return (amount > 0 ? "+" : amount < 0 ? "\u2212" : "") + amount(kind, Math.abs(amount));
    }

    private Optional<Currency> money(WhatIf.Kind kind) {
        return kind.currency()
                .or(() -> wallet(kind)
                        .filter(wallet -> wallet.unit() == Wallet.Unit.CURRENCY)
                        .map(wallet -> drafts.document().basics().currency()));
    }

    private Optional<Wallet> wallet(WhatIf.Kind kind) {
        Stream<ProgramDocument> documents = Stream.concat(
                Stream.of(drafts.document()),
                comparison.getBefore().stream().map(before -> before.version().document()));
        return kind.wallet()
                .flatMap(code -> documents
                        .flatMap(document -> document.wallet(code).stream())
                        .findFirst());
    }

    /** Sends every member who would get something else as a table, a row for each thing that differs. */
    public void downloadMembers() throws IOException {
        refuse();
        List<List<String>> rows = new ArrayList<>();
        for (WhatIf.Touched one : getFound().map(WhatIf::members).orElse(List.of())) {
            for (WhatIf.Sum sum : getSums()) {
                row(sum.kind(), one.of(sum.kind()), one.member().toString(), Integer.toString(one.orders()))
                        .ifPresent(rows::add);
            }
        }
        send("members", List.of("member", "orders", "what", "unit", "before", "after", "difference"), rows);
    }

    /** Sends every order that would give something else as a table, a row for each thing that differs. */
    public void downloadOrders() throws IOException {
        refuse();
        List<List<String>> rows = new ArrayList<>();
        for (WhatIf.Case one : getFound().map(WhatIf::cases).orElse(List.of())) {
            for (WhatIf.Sum sum : getSums()) {
                String member = one.member().map(MemberId::toString).orElse("");
                String at = one.occurredAt().toString();
                row(sum.kind(), one.of(sum.kind()), one.source(), one.reference(), member, at)
                        .ifPresent(rows::add);
            }
        }
        List<String> head = List.of(
                "source", "reference", "member", "occurred_at", "what", "unit", "before", "after", "difference");
        send("orders", head, rows);
    }

    private Optional<List<String>> row(WhatIf.Kind kind, WhatIf.Amount amount, String... first) {
        if (amount.difference() == 0) {
            return Optional.empty();
        }
        List<String> row = new ArrayList<>(List.of(first));
        row.add(kind.wallet().map(code -> code.value()).orElse("charity"));
        row.add(money(kind).map(Currency::getCurrencyCode).orElse("points"));
        Stream.of(amount.before(), amount.after(), amount.difference())
                .map(figure -> plain(kind, figure))
                .forEach(row::add);
        return Optional.of(row);
    }

    private String plain(WhatIf.Kind kind, long figure) {
        int decimals = money(kind)
                .map(currency -> Math.max(0, currency.getDefaultFractionDigits()))
                .orElseGet(() -> wallet(kind).map(Wallet::decimals).orElse(0));
        return BigDecimal.valueOf(figure, decimals).toPlainString();
    }

    private void send(String what, List<String> head, List<List<String>> rows) throws IOException {
        Faces.sendFile(PlainTable.of(head, rows), drafts.code().value() + "-" + what + ".csv", true);
    }

    private void refuse() {
        if (!frame.may("EXPORTS_RUN")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
