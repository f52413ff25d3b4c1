package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The texts as pages read them: {@code #{t.members['title']}} without values, {@code #{t.with('members', 'found',
 * 'count', 3)}} with.
 */
@Named("t")
@RequestScoped
public class PageTexts extends AbstractMap<String, Map<String, String>> {

    @Inject
    private Reader reader;

    private final Map<String, Map<String, String>> features = new HashMap<>();

    @Override
    public Map<String, String> get(Object feature) {
        return features.computeIfAbsent(String.valueOf(feature), FeatureTexts::new);
    }

    public String text(String feature, String key) {
        return Texts.text(feature, key, reader.language().locale());
    }

    /** The text filled with name, value, name, value … */
    public String with(String feature, String key, Object... namesAndValues) {
        return Texts.text(feature, key, reader.locale(), Texts.values(namesAndValues));
    }

    /** The text of a code if the feature has one, else the code itself: for rules and tenders a tenant named. */
    public String orCode(String feature, String prefix, String code) {
        String key = prefix + "." + code;
        return Texts.has(feature, key, reader.language().locale()) ? text(feature, key) : code;
    }

    /** Pages ask by key; nobody walks all texts. */
    @Override
    public Set<Entry<String, Map<String, String>>> entrySet() {
        return Map.copyOf(features).entrySet();
    }

    private final class FeatureTexts extends AbstractMap<String, String> {
        private final String feature;

        FeatureTexts(String feature) {
            this.feature = feature;
        }

        @Override
        public String get(Object key) {
            return text(feature, String.valueOf(key));
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}
