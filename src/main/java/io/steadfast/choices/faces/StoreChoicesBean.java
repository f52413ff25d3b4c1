package io.steadfast.choices.faces;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.Store;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stores by name, wherever a page asks for one; where none is declared, pages let people type a code. */
@Named("storeChoices")
@RequestScoped
public class StoreChoicesBean {

    /** More than anybody looks through in a list. */
    private static final int MOST = 500;

    @Inject
    private StoreService stores;

    private @Nullable Map<String, String> declared;
    private @Nullable Boolean chosenFrom;

    /** @param label its name and code; the code alone where it isn't declared */
    public record StoreChoice(String code, String label) {}

    private Map<String, String> declared() {
        if (declared == null) {
            Map<String, String> names = new TreeMap<>();
            for (Store store : stores.active(MOST)) {
                names.put(store.code(), store.profile().name());
            }
            declared = names;
        }
        return declared;
    }

    /** Whether there is anything to choose from; of more stores than a list holds the code is typed. */
    public boolean isDeclared() {
        if (chosenFrom == null) {
            chosenFrom = !declared().isEmpty() && stores.list("", MOST + 1).size() <= MOST;
        }
        return chosenFrom;
    }

    /** The active ones by name, and those of the codes given that aren't among them: what is in use isn't lost. */
    public List<StoreChoice> with(Collection<String> codes) {
        Map<String, String> all = new TreeMap<>(declared());
        codes.forEach(code -> all.putIfAbsent(code, ""));
        return all.keySet().stream()
                .map(code -> new StoreChoice(code, label(code)))
                .sorted(Comparator.comparing(StoreChoice::label).thenComparing(StoreChoice::code))
                .toList();
    }

    /** As in "Oxford Street · LDN1". */
    public String label(String code) {
        String name = declared().getOrDefault(code, "");
        return name.isEmpty() ? code : name + " · " + code;
    }
}
