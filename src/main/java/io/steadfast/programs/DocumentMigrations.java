package io.steadfast.programs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.programs.core.ProgramDocument;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Brings documents of earlier schema versions to the present one, step by step. A step is never changed once a document
 * of its version may exist; a test reads one document of every past version.
 */
final class DocumentMigrations {

    /** The step at index n leads from schema version n + 1 to n + 2. */
    private static final List<UnaryOperator<ObjectNode>> STEPS = List.of(
            DocumentMigrations::withTermsClauses,
            DocumentMigrations::withSectionsOfVersion3,
            DocumentMigrations::withSectionsOfVersion4,
            DocumentMigrations::asVersion5,
            DocumentMigrations::asVersion6,
            DocumentMigrations::withTimingOfRewards,
            DocumentMigrations::asVersion8);

    private DocumentMigrations() {}

    static ObjectNode toPresent(ObjectNode document) {
        ObjectNode migrated = document.deepCopy();
        for (int version = document.get("schemaVersion").intValue();
                version < ProgramDocument.SCHEMA_VERSION;
                version++) {
            migrated = STEPS.get(version - 1).apply(migrated);
            migrated.put("schemaVersion", version + 1);
        }
        return migrated;
    }

    /** Version 8 lets a tier be kept by goals of several kinds; a threshold kept each before. */
    private static ObjectNode asVersion8(ObjectNode document) {
        return document;
    }

    /** Version 7 lets a reward redeem itself; each was asked for before. */
    private static ObjectNode withTimingOfRewards(ObjectNode document) {
        document.path("rewards").forEach(reward -> {
            if (reward instanceof ObjectNode one) {
                one.put("redeemed", "on_request");
            }
        });
        return document;
    }

    /** Version 6 lets a tier give a reward when it is reached; none did before. */
    private static ObjectNode asVersion6(ObjectNode document) {
        return document;
    }

    /** Version 5 lets a reward be for the members of a plan; none was before. */
    private static ObjectNode asVersion5(ObjectNode document) {
        return document;
    }

    /** Version 4 lets a wallet of money say what its credit may pay, a gift for a day be points, and members bring friends;
     * whoever says nothing of it means none of it. It also says what is asked of activities: nothing so far. */
    private static ObjectNode withSectionsOfVersion4(ObjectNode document) {
        JsonNode terms = document.remove("terms");
        document.putArray("activityChecks");
        document.set("terms", terms);
        return document;
    }

    /** Version 3 has paid plans, and says what members get for their points, what rights they have
     * and what is given to charity. */
    private static ObjectNode withSectionsOfVersion3(ObjectNode document) {
        JsonNode terms = document.remove("terms");
        document.putArray("plans");
        document.putArray("rewards");
        document.putArray("entitlements");
        ObjectNode giving = document.putObject("giving");
        giving.putArray("pledges");
        giving.putArray("charities");
        giving.put("choice", "listed");
        giving.putObject("confirmation").put("days", 30).put("from", "order");
        document.putArray("stampCards");
        document.putArray("dateGifts");
        document.set("terms", terms);
        return document;
    }

    /** Version 2 lets the tenant put own clauses around the generated terms. */
    private static ObjectNode withTermsClauses(ObjectNode document) {
        ObjectNode terms = document.putObject("terms");
        terms.putObject("opening");
        terms.putObject("closing");
        return document;
    }
}
