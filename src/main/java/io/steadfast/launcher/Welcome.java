package io.steadfast.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one block that a good start prints: where the product is, who can sign in to the demo, where the keys are. */
final class Welcome {

    private static final String CREDENTIALS = "demo-credentials.json";

    private Welcome() {}

    static String text(URI address, DataDirectory home) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format("%n  Steadfast is ready%n%n    address   %s%n    data      %s%n", address, home.home()));
        Path credentials = home.path(CREDENTIALS);
        if (Files.exists(credentials)) {
            appendDemo(text, credentials);
        }
        return text.append(String.format("%n  Stop with ctrl-C%n%n")).toString();
    }

    private static void appendDemo(StringBuilder text, Path credentials) throws IOException {
        try (Reader reader = Files.newBufferedReader(credentials)) {
            JsonObject demo = Json.parse(reader).asObject();
            text.append(String.format("    API keys  %s%n", credentials));
            appendOperator(text, demo);
            for (JsonValue tenant : demo.get("tenants").asArray()) {
                appendTenant(text, tenant.asObject());
            }
        } catch (ParseException | UnsupportedOperationException | NullPointerException e) {
            throw new IOException(credentials + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Files of earlier versions name none. */
    private static void appendOperator(StringBuilder text, JsonObject demo) {
        JsonValue operator = demo.get("operator");
        if (operator != null) {
            text.append(String.format("%n    The platform (at /platform)%n"));
            appendPerson(
                    text,
                    "operator",
                    operator.asObject().getString("email", ""),
                    operator.asObject().getString("password", ""));
        }
    }

    private static void appendTenant(StringBuilder text, JsonObject tenant) {
        text.append(
                String.format("%n    %s (brand: %s)%n", tenant.getString("name", ""), tenant.getString("slug", "")));
        for (JsonValue value : tenant.get("users").asArray()) {
            JsonObject user = value.asObject();
            appendPerson(
                    text,
                    user.getString("role", "")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', ' '),
                    user.getString("email", ""),
                    user.getString("password", ""));
        }
    }

    private static void appendPerson(StringBuilder text, String role, String email, String password) {
        text.append(String.format("      %-15s %-38s %s%n", role, email, password));
    }
}
