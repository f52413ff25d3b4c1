package io.steadfast.demo;

import io.steadfast.platform.rest.Json;
import io.steadfast.shared.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who can sign in to the demo and with which keys, as kept in {@code demo-credentials.json} in the data directory.
 *
 * @param url where the product is
 * @param platformKey the operators' key
 * @param operator who signs in to the platform's pages; empty in files of earlier versions
 */
record DemoCredentials(String url, String platformKey, Optional<Operator> operator, List<Tenant> tenants) {

    static final String FILE = "demo-credentials.json";

    /** Signs in at {@code /platform}. */
    record Operator(String email, String password) {

        /** Without the password, should it ever reach a log. */
        @Override
        public String toString() {
            return "Operator[" + email + "]";
        }
    }

    /** @param kind of the program it shows, as in the program's document */
    record Tenant(String slug, String name, String kind, String apiKey, List<User> users) {}

    /** @param role in lower case, as in {@code store_staff} */
    record User(String email, String password, String role) {}

    static boolean areIn(Path home) {
        return Files.exists(home.resolve(FILE));
    }

    static DemoCredentials readFrom(Path home, Json json) throws IOException {
        return json.mapper().readValue(home.resolve(FILE).toFile(), DemoCredentials.class);
    }

    boolean include(TenantSlug slug) {
        return tenants.stream().anyMatch(tenant -> tenant.slug().equals(slug.value()));
    }

    DemoCredentials with(Operator known) {
        return new DemoCredentials(url, platformKey, Optional.of(known), tenants);
    }

    /** With a tenant more. */
    DemoCredentials with(Tenant tenant) {
        return new DemoCredentials(
                url,
                platformKey,
                operator,
                Stream.concat(tenants.stream(), Stream.of(tenant)).toList());
    }

    /** Whole or not at all, and never readable to others, not even while it is written. */
    void writeTo(Path home, Json json) throws IOException {
        Path part = home.resolve(FILE + ".part");
        Files.deleteIfExists(part);
        if (Files.getFileStore(home).supportsFileAttributeView("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(part, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Without the secrets, should it ever reach a log. */
    @Override
    public String toString() {
        return "DemoCredentials[" + url + "]";
    }
}
