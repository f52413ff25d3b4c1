package io.steadfast.designer.faces;

import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.Store;
import io.steadfast.designer.Basket;
import io.steadfast.designer.Numbers;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.FactKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A basket that somebody makes up: its lines, where it is bought and with what it is paid. */
@Named("trialBasket")
@RequestScoped
public class TrialBasketBean {

    private static final int LINES = 3;

    /** What pays besides a card and may keep a part from counting. */
    private static final List<Tender.Kind> MEANS =
            List.of(Tender.Kind.POINTS, Tender.Kind.GIFT_CARD, Tender.Kind.CREDIT, Tender.Kind.CASH);

    @Inject
    private DraftsBean drafts;

    @Inject
    private ChoicesBean choices;

    @Inject
    private StoreService stores;

    public List<Integer> getNumbers() {
        return IntStream.rangeClosed(1, LINES).boxed().toList();
    }

    /** What stands in a field of a line; the first line begins with an amount. */
    public String typed(String field, int number) {
        String typed = drafts.parameter(field + number).strip();
        boolean untouched = drafts.parameter("amount1").isEmpty();
        return untouched && number == 1 && field.equals("amount") ? "70.50" : typed;
    }

    public String getChannel() {
        return drafts.parameter("channel").strip();
    }

    /** The code of the store. */
    public String getStore() {
        return drafts.parameter("store").strip();
    }

    public List<Tender.Kind> getMeans() {
        return MEANS;
    }

    /** How much of it is paid so, as typed. */
    public String paid(Tender.Kind means) {
        return drafts.parameter("paid-" + means.name().toLowerCase(Locale.ROOT)).strip();
    }

    /** The tenant's stores, to choose from. */
    public List<Choice> getStores() {
        return known(FactKind.STORE);
    }

    public List<Choice> getChannels() {
        return known(FactKind.CHANNEL);
    }

    public List<Choice> getProducts() {
        return known(FactKind.SKU);
    }

    public List<Choice> getCategories() {
        return known(FactKind.CATEGORY);
    }

    private List<Choice> known(FactKind kind) {
        return choices.all().known().getOrDefault(kind, List.of());
    }

    /** The one product that the designer's own example is about. */
    public String getProduct() {
        return drafts.parameter("product").strip();
    }

    /** All lines that have an amount. */
    Basket basket() {
        List<Basket.Item> items = new ArrayList<>();
        for (int number : getNumbers()) {
            String amount = typed("amount", number);
            if (!amount.isEmpty()) {
                items.add(new Basket.Item(minor(amount), typed("category", number), typed("sku", number)));
            }
        }
        return of(items);
    }

    /** One line. */
    Basket of(long amount, String category) {
        return of(List.of(new Basket.Item(amount, category, getProduct())));
    }

    private Basket of(List<Basket.Item> items) {
        Map<Tender.Kind, Long> paid = new EnumMap<>(Tender.Kind.class);
        for (Tender.Kind means : MEANS) {
            if (!paid(means).isEmpty()) {
                paid.put(means, minor(paid(means)));
            }
        }
        return new Basket(items, getChannel(), store(), paid);
    }

    /** With what rules may ask of it, where the tenant has it. */
    private Optional<OrderStore> store() {
        String code = getStore();
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(stores.find(code).map(TrialBasketBean::known).orElseGet(() -> OrderStore.of(code)));
    }

    private static OrderStore known(Store store) {
        return new OrderStore(
                store.code(),
                store.profile().brand(),
                store.profile().region(),
                store.profile().country());
    }

    private long minor(String typed) {
        Currency currency = drafts.document().basics().currency();
        return Numbers.minorUnits(typed, currency);
    }
}
