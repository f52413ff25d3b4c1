package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.Wallet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts one adds to a program with one click: rules, tiers, policies, rewards, with figures that make sense until
 * they are changed. They stand in {@code designer/parts.json}; {@code ${currency}} and the like are the program's own.
 */
final class Parts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");
    private static final Pattern ON_LADDER = Pattern.compile("^/tierSets/([0-9]{1,4})/");
    private static final Map<String, String> PARTS = load();

    private Parts() {}

    /**
     * The part for this program; empty for a name that isn't one.
     *
     * @param name behind a colon may stand which ladder's tiers it is about: {@code level:STATUS}
     * @param path where it goes; what goes on a ladder is about that one
     */
    static Optional<JsonNode> of(String name, ProgramDocument document, String path) {
        String[] words = name.split(":", 2);
        Optional<TierSet> set = words.length > 1
                ? document.tierSets().stream()
                        .filter(one -> one.code().value().equals(words[1]))
                        .findFirst()
                : at(path, document).or(() -> document.tierSets().stream().findFirst());
        return Optional.ofNullable(PARTS.get(words[0])).map(part -> filled(part, codes(document, set)));
    }

    private static Optional<TierSet> at(String path, ProgramDocument document) {
        Matcher place = ON_LADDER.matcher(path);
        return place.find()
                ? document.tierSets().stream()
                        .skip(Integer.parseInt(place.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    static Iterable<String> names() {
        return PARTS.keySet();
    }

    private static Map<String, String> codes(ProgramDocument document, Optional<TierSet> set) {
        return Map.of(
                "currency",
                document.basics().currency().getCurrencyCode(),
                "wallet",
                document.wallets().stream()
                        .filter(wallet -> wallet.purpose() == Wallet.Purpose.REWARD)
                        .findFirst()
                        .map(wallet -> wallet.code().value())
                        .orElse("points"),
                "program",
                document.basics().code().value(),
                "set",
                set.map(one -> one.code().value()).orElse("STATUS"),
                "top",
                set.filter(one -> !one.tiers().isEmpty())
                        .map(one ->
                                one.tiers().get(one.tiers().size() - 1).code().value())
                        .orElse("TOP"),
                "next",
                set.map(Parts::next).orElse(0L).toString(),
                "reward",
                reward(document),
                "plan",
                document.plans().stream()
                        .findFirst()
                        .map(plan -> plan.code().value())
                        .orElse("PLAN"),
                "charity",
                document.giving().charities().stream()
                        .findFirst()
                        .map(one -> one.code().value())
                        .orElse("charity"));
    }

    /** One that is only given, where there is one. */
    private static String reward(ProgramDocument document) {
        return document.rewards().stream()
                .filter(reward -> reward.price().isEmpty())
                .findFirst()
                .or(() -> document.rewards().stream().findFirst())
                .map(reward -> reward.code().value())
                .orElse("reward");
    }

    /** Twice what the top tier takes; at first a hundred of the currency, or a handful of orders. */
    private static long next(TierSet set) {
        long top = set.tiers().stream().mapToLong(Tier::threshold).max().orElse(0);
        return set.metric().kind() == TierSet.Metric.Kind.SPEND ? Math.max(10_000, top * 2) : Math.max(5, top * 2);
    }

    /** Codes and figures only, none of which needs escaping in JSON. */
    private static JsonNode filled(String part, Map<String, String> codes) {
        String text = PLACE.matcher(part)
                .replaceAll(place -> Matcher.quoteReplacement(codes.getOrDefault(place.group(1), "")));
        try {
            return JSON.readTree(text.replaceAll("\"#([0-9]+)\"", "$1"));
        } catch (IOException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static Map<String, String> load() {
        try (InputStream stream = Parts.class.getResourceAsStream("/designer/parts.json")) {
            if (stream == null) {
                throw new IllegalStateException("designer/parts.json isn't in the archive");
            }
            Map<String, String> parts = new TreeMap<>();
            Iterator<Map.Entry<String, JsonNode>> fields = JSON.readTree(stream).fields();
            fields.forEachRemaining(
                    field -> parts.put(field.getKey(), field.getValue().toString()));
            return Map.copyOf(parts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
