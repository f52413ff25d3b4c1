package io.steadfast.designer.faces;

import io.steadfast.accrual.ChannelService;
import io.steadfast.choices.AttributeService;
import io.steadfast.choices.ProductService;
import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.designer.faces.Value.Choice;
import io.steadfast.programs.core.FactKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the tenant has, once for a page. */
@Named("choices")
@RequestScoped
public class ChoicesBean {

    /** As many as one looks over as buttons; others are typed. */
    private static final int MOST = 24;

    private static final List<String> USUAL_CHANNELS = List.of("web", "app", "store");

    @Inject
    private StoreService stores;

    @Inject
    private ProductService products;

    @Inject
    private AttributeService attributes;

    @Inject
    private ChannelService channels;

    private @Nullable Choices read;

    Choices all() {
        if (read == null) {
            List<Choice> skus = products.list(ProductFilter.ALL, "", MOST).stream()
                    .map(one -> new Choice(one.sku(), one.profile().name().orElse(one.sku())))
                    .toList();
            List<Choice> own = stores.active(MOST).stream()
                    .map(one -> new Choice(one.code(), one.profile().name()))
                    .toList();
            List<AttributeDefinition> declared = Stream.of(AttributeSubject.values())
                    .flatMap(subject -> attributes.of(subject).stream())
                    .limit(MOST)
                    .toList();
            read = new Choices(
                    Map.of(
                            FactKind.STORE,
                            own,
                            FactKind.SKU,
                            skus,
                            FactKind.CATEGORY,
                            same(products.categories(MOST)),
                            FactKind.BRAND,
                            same(products.brands(MOST)),
                            FactKind.CHANNEL,
                            same(usedOrUsual())),
                    declared);
        }
        return read;
    }

    /** The channels of its own orders; a tenant that has none yet gets those that most have. */
    private List<String> usedOrUsual() {
        List<String> used = channels.inUse(MOST);
        return used.isEmpty() ? USUAL_CHANNELS : used;
    }

    private static List<Choice> same(List<String> codes) {
        return codes.stream().map(code -> new Choice(code, code)).toList();
    }
}
