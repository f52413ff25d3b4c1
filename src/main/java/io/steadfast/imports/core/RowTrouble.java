package io.steadfast.imports.core;

import io.steadfast.shared.RefusalReason;
import java.util.Map;

/**
 * Why a row wasn't taken. Holds nothing of what stood in it.
 *
 * @param field empty where it is the row as a whole
 */
public record RowTrouble(long line, String field, RefusalReason reason, Map<String, Object> details) {

    public static RowTrouble of(long line, RowRefused refused) {
        return new RowTrouble(line, refused.field(), refused.reason(), refused.details());
    }
}
