package io.steadfast.imports.core;

import java.time.Instant;
import java.util.Map;

/**
 * A row that was read.
 *
 * @param line of the file, the first is 1
 * @param happenedAt before or after which other rows of the same member are taken
 * @param item what it is about, for kinds in which nothing may stand twice; else empty
 * @param memberKey whom it is about, as {@code member.externalId=4711}; empty for nobody
 * @param fields the cells by our fields
 */
public record StagedRow(long line, Instant happenedAt, String item, String memberKey, Map<String, String> fields) {

    public StagedRow {
        fields = Map.copyOf(fields);
    }
}
