package io.steadfast.architecture;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What main code may use from outside, and where. <b>Edit here</b> when a library is new or gets a further place: package
 * prefix on the left, the packages of ours that may use it on the right ({@code ..} as in ArchUnit). What isn't here
 * fails, so a library never spreads without someone saying so.
 */
final class Libraries {

    private static final List<String> ANYWHERE = List.of("io.steadfast..");

    static final Map<String, List<String>> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry("java.", ANYWHERE),
            Map.entry("javax.sql.", List.of("..platform.tenancy..", "..platform.persistence..", "..launcher..")),
            Map.entry("javax.crypto.", ANYWHERE),
            Map.entry("javax.net.ssl.", List.of("io.steadfast.webhooks")),
            Map.entry("javax.naming.", List.of("..platform..")),
            Map.entry("jakarta.", ANYWHERE),
            Map.entry("org.jspecify.annotations.", ANYWHERE),
            Map.entry("org.eclipse.microprofile.", ANYWHERE),
            Map.entry("com.fasterxml.jackson.", ANYWHERE),
            Map.entry("org.primefaces.", List.of("..faces..", "..platform.i18n..")),
            Map.entry("org.omnifaces.", List.of("..faces..", "..platform.i18n..", "..platform.security..")),
            Map.entry("org.eclipse.persistence.", List.of("..platform.tenancy..", "..platform.persistence..")),
            Map.entry("org.flywaydb.", List.of("..platform.tenancy..", "..platform.persistence..")),
            Map.entry("org.postgresql.", List.of("..platform.tenancy..", "..platform.persistence..", "..launcher..")),
            Map.entry("com.password4j.", List.of("..platform.security..", "..tenants..")),
            Map.entry("com.github.f4b6a3.uuid.", List.of("..platform.persistence..", "..platform.rest..")),
            Map.entry("io.github.bucket4j.", List.of("..platform..")),
            Map.entry("com.github.benmanes.caffeine.", List.of("..platform..", "..programs..")),
            // writes receipts and lists
            Map.entry("org.apache.pdfbox.", List.of("io.steadfast.charities")),
            Map.entry("org.apache.fontbox.", List.of("io.steadfast.charities")),
            Map.entry("de.siegmar.fastcsv.", ANYWHERE),
            // reads phone numbers
            Map.entry("com.google.i18n.phonenumbers.", List.of("io.steadfast.members")),
            // sends webhooks to an address that was checked
            Map.entry("org.apache.hc.", List.of("io.steadfast.webhooks")),
            Map.entry("fish.payara.", List.of("..launcher..")),
            // unpack and speak for the embedded PostgreSQL
            Map.entry("org.apache.commons.compress.", List.of("..launcher..")),
            Map.entry("org.tukaani.xz.", List.of("..launcher..")),
            Map.entry("com.eclipsesource.json.", List.of("..launcher.."))));

    private Libraries() {}
}
