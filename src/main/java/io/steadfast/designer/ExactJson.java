package io.steadfast.designer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;

/** Documents as trees with figures as they are written: 1.25 stays 1.25, and 40 doesn't become 4E+1. */
final class ExactJson {

    static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final ObjectMapper EXACT = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(NODES);

    private ExactJson() {}

    static ObjectNode tree(ProgramDocument document) {
        try {
            return (ObjectNode) EXACT.readTree(ProgramDocumentCodec.write(document));
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("A document of ours doesn't read as JSON", ours);
        }
    }
}
