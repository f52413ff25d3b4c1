package io.steadfast.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Has a document reckon in another currency, figure by figure: 1 per GBP 1.00 becomes 1 per EUR 1.00. */
final class OtherCurrency {

    private final String from;
    private final String to;
    private final String fromChinese;
    private final String toChinese;

    private OtherCurrency(Currency from, Currency to) {
        this.from = from.getCurrencyCode();
        this.to = to.getCurrencyCode();
        this.fromChinese = from.getDisplayName(Locale.SIMPLIFIED_CHINESE);
        this.toChinese = to.getDisplayName(Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * Throws {@link NotThat} where the other has more or fewer decimals: a figure of pennies says nothing in yen, and a program
     * holds figures that aren't amounts of their own, like what a point is worth.
     */
    static void in(ObjectNode document, Currency from, Currency to) {
        if (from.equals(to)) {
            return;
        }
        if (from.getDefaultFractionDigits() != to.getDefaultFractionDigits()) {
            throw new NotThat(to.getCurrencyCode());
        }
        ObjectNode basics = document.withObject("/basics");
        basics.put("currency", to.getCurrencyCode());
        basics.putArray("accepted");
        new OtherCurrency(from, to).walk(document);
    }

    private void walk(JsonNode node) {
        if (node instanceof ObjectNode object) {
            rename(object);
            object.fields().forEachRemaining(field -> field.setValue(said(field.getValue())));
            object.forEach(this::walk);
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::walk);
        }
    }

    /** Names say the currency too: "USD 10 voucher", "10 美元礼券". */
    private JsonNode said(JsonNode node) {
        return node.isTextual()
                ? TextNode.valueOf(
                        node.asText().replaceAll("\\b" + from + "\\b", to).replace(fromChinese, toChinese))
                : node;
    }

    /** An amount stands by its currency: {@code {"GBP": 100}}. The place among the other fields stays. */
    private void rename(ObjectNode object) {
        if (!object.path(from).isNumber()) {
            return;
        }
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        ObjectNode renamed = object.objectNode();
        for (String field : fields) {
            if (!field.equals(to)) {
                renamed.set(field.equals(from) ? to : field, object.get(field));
            }
        }
        object.removeAll();
        object.setAll(renamed);
    }
}
