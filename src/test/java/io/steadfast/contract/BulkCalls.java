package io.steadfast.contract;

import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.steadfast.rewards.RewardTill;
import io.steadfast.webhooks.Receiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.ExtensionsApi;
import steadfast.client.api.ImportsAndJobsApi;
import steadfast.client.api.ReportsApi;
import steadfast.client.api.WebhooksApi;
import steadfast.client.model.DeliveryResponse;
import steadfast.client.model.DeliveryStatus;
import steadfast.client.model.EndpointRequest;
import steadfast.client.model.EndpointResponse;
import steadfast.client.model.ExtensionRequest;
import steadfast.client.model.ExtensionRequestSelectionRequest;
import steadfast.client.model.ImportKind;
import steadfast.client.model.ImportsJobResponse;
import steadfast.client.model.JobStatus;

/** Files in and out, figures, events sent, and many lots extended at once. */
final class BulkCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RewardTill till = RewardTill.open();
    private final Caller caller = new Caller(till.tenant.apiKey());

    void play() throws ApiException, IOException {
        sent();
        imported();
        reported();
        extended();
    }

    private void sent() throws ApiException {
        WebhooksApi webhooks = new WebhooksApi(caller);
        try (Receiver receiver = Receiver.open()) {
            EndpointRequest wish = new EndpointRequest().url(receiver.url()).addEventTypesItem("points.accrued");
            EndpointResponse made = webhooks.createWebhookEndpoint(wish, once());
            assertThat(made.getSecret()).startsWith("whsec_");
            refused(
                    400,
                    "INVALID_REQUEST",
                    () -> webhooks.createWebhookEndpoint(new EndpointRequest().url("no address"), once()));
            UUID id = made.getId();
            assertThat(webhooks.getWebhookEndpoint(id).getSecret()).isNull();
            String tag = caller.tag();
            webhooks.changeWebhookEndpoint(id, tag, wish.description("Points"), once());
            refused(412, "STALE_VERSION", () -> webhooks.changeWebhookEndpoint(id, tag, wish, once()));
            assertThat(webhooks.rotateWebhookSecret(id, once()).getSecret()).isNotEqualTo(made.getSecret());
            assertThat(webhooks.listWebhookEndpoints().getItems()).hasSize(1);
            till.order("1", "2026-03-15T18:00:00Z", 40_00);
            await().atMost(PATIENCE).until(() -> delivered(webhooks, id));
            DeliveryResponse delivery =
                    webhooks.listWebhookDeliveries(id, null, null).getItems().get(0);
            assertThat(webhooks.redeliverWebhook(delivery.getId(), once()).getBody())
                    .isEqualTo(delivery.getBody());
            refused(404, "DELIVERY_UNKNOWN", () -> webhooks.redeliverWebhook(UUID.randomUUID(), once()));
            await().atMost(PATIENCE).until(() -> receiver.accepted().size() == 2);
            webhooks.removeWebhookEndpoint(id);
            refused(404, "ENDPOINT_UNKNOWN", () -> webhooks.getWebhookEndpoint(id));
        }
    }

    private static boolean delivered(WebhooksApi webhooks, UUID endpoint) throws ApiException {
        List<DeliveryResponse> items =
                webhooks.listWebhookDeliveries(endpoint, null, null).getItems();
        return !items.isEmpty() && items.get(0).getStatus() == DeliveryStatus.DELIVERED;
    }

    private void imported() throws ApiException, IOException {
        ImportsAndJobsApi jobs = new ImportsAndJobsApi(caller);
        Path file =
                Files.writeString(Files.createTempFile("members", ".csv"), "externalId,email\n7,a@example.com\n8,no\n");
        ImportsJobResponse taken =
                jobs.importFile(ImportKind.MEMBERS, file.toFile(), once(), null, null, "old-till", null, null, false);
        await().atMost(PATIENCE).until(() -> jobs.getJob(taken.getId()).getStatus() == JobStatus.COMPLETED);
        assertThat(jobs.getImport(taken.getId()).getFailed()).isEqualTo(1);
        assertThat(jobs.downloadJobErrors(taken.getId())).contains("EMAIL_NOT_VALID");
        assertThat(jobs.listImports(null, null).getItems()).hasSize(1);
        refused(404, "JOB_UNKNOWN", () -> jobs.getJob(UUID.randomUUID()));
        refused(
                400,
                "INVALID_REQUEST",
                () -> jobs.importFile(ImportKind.TIERS, file.toFile(), once(), null, null, null, null, null, null));
        Files.delete(file);
    }

    private void reported() throws ApiException {
        ReportsApi reports = new ReportsApi(caller);
        assertThat(reports.getSummary("club", null, "activity").getAccrued()).isEqualTo(40);
        refused(400, "INVALID_REQUEST", () -> reports.getSummary(null, null, "guess"));
        LocalDate first = LocalDate.of(2026, 3, 1);
        LocalDate last = LocalDate.of(2026, 3, 31);
        assertThat(reports.getMovement(first, last, null).getAccrued()).isEqualTo(40);
        refused(400, "INVALID_REQUEST", () -> reports.getMovement(last, first, null));
        assertThat(reports.exportMembers()).contains("C-1");
        assertThat(reports.exportEntries()).contains("shop");
        assertThat(reports.exportOrders()).contains("shop");
        assertThat(reports.exportVouchers()).isNotBlank();
    }

    private void extended() throws ApiException {
        ExtensionsApi extensions = new ExtensionsApi(caller);
        ExtensionRequest wish = new ExtensionRequest()
                .selection(new ExtensionRequestSelectionRequest().program("club"))
                .months(12)
                .reason("Stores were closed");
        UUID id = extensions.requestExtension(once(), wish).getId();
        assertThat(extensions.getExtension(id).getRequestedAt()).isBefore(OffsetDateTime.parse("2026-03-16T00:00:00Z"));
        assertThat(extensions.listExtensions(null, null).getItems()).hasSize(1);
        refused(409, "EXTENSION_NOT_APPROVED", () -> extensions.runExtension(id, once()));
        assertThat(extensions.undoExtension(id, once()).getState().getValue()).isEqualTo("undone");
        refused(409, "EXTENSION_OVER", () -> extensions.runExtension(id, once()));
        refused(404, "EXTENSION_UNKNOWN", () -> extensions.getExtension(UUID.randomUUID()));
        refused(400, "INVALID_REQUEST", () -> extensions.requestExtension(once(), wish.months(null)));
    }
}
