package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.steadfast.support.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.MembersApi;
import steadfast.client.api.OperatorsApi;
import steadfast.client.model.ClockRequest;
import steadfast.client.model.JobStatus;
import steadfast.client.model.KeyRequest;
import steadfast.client.model.MadeTenantResponse;
import steadfast.client.model.OperatorRequest;
import steadfast.client.model.OperatorResponse;
import steadfast.client.model.TenantRequest;
import steadfast.client.model.TenantRequestOwnerRequest;
import steadfast.client.model.TenantResponsePage;

/** A tenant from its first day to its last. */
final class OperatorCalls {

    private final OperatorsApi operators = new OperatorsApi(new Caller(Server.PLATFORM_KEY));

    void play() throws ApiException {
        String slug = "c" + Long.toString(System.nanoTime() & 0xFFFFFFFL, 36);
        TenantRequest wish = new TenantRequest()
                .slug(slug)
                .name("Conforming")
                .sandbox(true)
                .currency("GBP")
                .zone("Europe/London")
                .locale("en-GB")
                .owner(new TenantRequestOwnerRequest()
                        .email("owner@" + slug + ".test")
                        .name("Olive"))
                .now(at("2026-03-01T00:00:00Z"));
        MadeTenantResponse made = operators.createTenant(wish);
        assertThat(made.getOwner().getPassword()).isNotBlank();
        refused(409, "SLUG_TAKEN", () -> operators.createTenant(wish));
        refused(400, "INVALID_REQUEST", () -> operators.createTenant(new TenantRequest()));
        assertThat(slugs(operators)).contains(slug).doesNotHaveDuplicates();
        moved(slug);
        KeyRequest narrow = new KeyRequest().label("till").addScopesItem("members:read");
        String key = operators.issueTenantKey(slug, narrow).getApiKey();
        MembersApi members = new MembersApi(new Caller(key));
        refused(404, "MEMBER_UNKNOWN", () -> members.getMember(UUID.randomUUID()));
        assertThat(operators.exportTenant(slug)).isNotEmpty();
        operators.suspendTenant(slug);
        operators.resumeTenant(slug);
        operators.deleteTenant(slug, null);
        operators.deleteTenant(slug, slug);
        refused(404, "TENANT_UNKNOWN", () -> operators.suspendTenant(slug));
        let(slug);
    }

    private void let(String name) throws ApiException {
        OperatorRequest wish =
                new OperatorRequest().email(name + "@platform.test").name("Otto");
        OperatorResponse made = operators.createOperator(wish);
        assertThat(made.getInvitation()).isNotBlank();
        refused(409, "EMAIL_TAKEN", () -> operators.createOperator(wish));
        assertThat(operators.listOperators(200, null).getItems())
                .anyMatch(each -> made.getId().equals(each.getId()));
        assertThat(operators.inviteOperator(made.getId()).getInvitation()).isNotEqualTo(made.getInvitation());
        refused(404, "PERSON_UNKNOWN", () -> operators.inviteOperator(UUID.randomUUID()));
    }

    private void moved(String slug) throws ApiException {
        ClockRequest later = new ClockRequest().now(at("2026-03-02T00:00:00Z"));
        UUID job = operators.moveTenantClock(slug, later).getId();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> operators.getTenantJob(job).getStatus() == JobStatus.COMPLETED);
        refused(
                422,
                "CLOCK_ONLY_FORWARD",
                () -> operators.moveTenantClock(slug, new ClockRequest().now(at("2026-03-01T00:00:00Z"))));
    }

    /** Page by page, of which the first has one row. */
    private static List<String> slugs(OperatorsApi operators) throws ApiException {
        List<String> slugs = new ArrayList<>();
        TenantResponsePage page = operators.listTenants(1, null);
        assertThat(page.getItems()).hasSize(1);
        page.getItems().forEach(each -> slugs.add(each.getSlug()));
        while (page.getNextCursor() != null) {
            page = operators.listTenants(200, page.getNextCursor());
            page.getItems().forEach(each -> slugs.add(each.getSlug()));
        }
        return slugs;
    }
}
