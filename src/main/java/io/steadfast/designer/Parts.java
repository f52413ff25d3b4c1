package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.steadfast.programs.core.ProgramDocument;
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
    private static final Map<String, String> PARTS = load();

    private Parts() {}

    /** The part for this program; empty for a name that isn't one. */
    static Optional<JsonNode> of(String name, ProgramDocument document) {
        return Optional.ofNullable(PARTS.get(name)).map(part -> filled(part, codes(document)));
    }

    static Iterable<String> names() {
        return PARTS.keySet();
    }

    private static Map<String, String> codes(ProgramDocument document) {
        Optional<TierSet> set = document.tierSets().stream().findFirst();
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
                set.filter(one -> !one.tiers().isEmpty())
                        .map(one -> Math.max(
                                10_000, one.tiers().get(one.tiers().size() - 1).threshold() * 2))
                        .orElse(0L)
                        .toString(),
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
