package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.util.Map;
import steadfast.client.ApiException;
import steadfast.client.api.ChoicesApi;
import steadfast.client.api.ProgramsApi;
import steadfast.client.model.AttributeChange;
import steadfast.client.model.AttributeRequest;
import steadfast.client.model.AttributeSubject;
import steadfast.client.model.AttributeType;
import steadfast.client.model.NewProgramRequest;
import steadfast.client.model.ProductChange;
import steadfast.client.model.ProductRequest;
import steadfast.client.model.PublishRequest;
import steadfast.client.model.StoreChange;
import steadfast.client.model.StoreRequest;

/** A tenant sets up what rules choose from, and publishes a program. */
final class ProgramCalls {

    private final Caller caller =
            new Caller(TestTenants.makeAt(Instant.parse("2026-03-01T12:00:00Z")).apiKey());
    private final ChoicesApi choices = new ChoicesApi(caller);
    private final ProgramsApi programs = new ProgramsApi(caller);

    void play() throws ApiException {
        stores();
        products();
        attributes();
        drafted();
        published();
    }

    private void stores() throws ApiException {
        StoreRequest wish = new StoreRequest().code("LDN1").name("London").country("GB");
        choices.addStore(wish, once());
        refused(409, "STORE_EXISTS", () -> choices.addStore(wish, once()));
        refused(400, "INVALID_REQUEST", () -> choices.addStore(new StoreRequest(), once()));
        assertThat(choices.getStore("LDN1").getName()).isEqualTo("London");
        String tag = caller.tag();
        assertThat(choices.changeStore("LDN1", tag, new StoreChange().name("Soho"), once())
                        .getName())
                .isEqualTo("Soho");
        refused(412, "STALE_VERSION", () -> choices.changeStore("LDN1", tag, new StoreChange().name("Late"), once()));
        refused(404, "STORE_UNKNOWN", () -> choices.getStore("NONE"));
        assertThat(choices.listStores(1, null).getItems()).hasSize(1);
    }

    private void products() throws ApiException {
        ProductRequest wish = new ProductRequest().sku("tea 1").name("Tea").category("drinks/tea");
        choices.addProduct(wish, once());
        refused(409, "PRODUCT_EXISTS", () -> choices.addProduct(wish, once()));
        assertThat(choices.getProduct("tea 1").getCategory()).isEqualTo("drinks/tea");
        String tag = caller.tag();
        assertThat(choices.changeProduct("tea 1", tag, new ProductChange().brand("Leaf"), once())
                        .getBrand())
                .isEqualTo("Leaf");
        refused(
                412,
                "STALE_VERSION",
                () -> choices.changeProduct("tea 1", tag, new ProductChange().brand("x"), once()));
        refused(404, "PRODUCT_UNKNOWN", () -> choices.getProduct("none"));
        assertThat(choices.listProducts("drinks", null, null, null, null).getItems())
                .hasSize(1);
    }

    private void attributes() throws ApiException {
        AttributeRequest wish = new AttributeRequest()
                .subject(AttributeSubject.MEMBER)
                .name("size")
                .type(AttributeType.NUMBER);
        choices.declareAttribute(wish, once());
        refused(409, "ATTRIBUTE_EXISTS", () -> choices.declareAttribute(wish, once()));
        assertThat(choices.getAttribute("member", "size").getType()).isEqualTo(AttributeType.NUMBER);
        String tag = caller.tag();
        choices.changeAttribute("member", "size", tag, new AttributeChange().personal(false), once());
        refused(
                412,
                "STALE_VERSION",
                () -> choices.changeAttribute("member", "size", tag, new AttributeChange().personal(true), once()));
        refused(404, "ATTRIBUTE_UNKNOWN", () -> choices.getAttribute("member", "none"));
        assertThat(choices.listAttributes(null, null).getItems()).hasSize(1);
    }

    private void drafted() throws ApiException {
        NewProgramRequest wish = new NewProgramRequest().code("club").template("P1");
        assertThat(programs.createProgram(wish, once()).getDocument()).containsKey("basics");
        refused(409, "PROGRAM_EXISTS", () -> programs.createProgram(wish, once()));
        refused(
                422,
                "TEMPLATE_UNKNOWN",
                () -> programs.createProgram(new NewProgramRequest().code("x").template("NONE"), once()));
        assertThat(programs.getProgramSchema()).containsKey("properties");
        Map<String, Object> document = programs.getDraft("club", null);
        String tag = caller.tag();
        assertThat(programs.saveDraft("club", tag, document, null, once())).isEqualTo(document);
        refused(412, "DRAFT_CHANGED", () -> programs.saveDraft("club", "\"999\"", document, null, once()));
        refused(404, "PROGRAM_UNKNOWN", () -> programs.getDraft("none", null));
        assertThat(programs.checkDraft("club", null).getProblems()).isEmpty();
        programs.rebaseDraft("club", null, once());
    }

    private void published() throws ApiException {
        PublishRequest now = new PublishRequest().effectiveFrom(at("2026-01-01T00:00:00Z"));
        assertThat(programs.publishDraft("club", now, null, once()).getVersion())
                .isEqualTo(1);
        refused(422, "EFFECTIVE_FROM_NOT_LATER", () -> programs.publishDraft("club", now, null, once()));
        refused(400, "INVALID_REQUEST", () -> programs.publishDraft("club", new PublishRequest(), null, once()));
        PublishRequest later = new PublishRequest().effectiveFrom(at("2026-05-01T00:00:00Z"));
        programs.publishDraft("club", later, null, once());
        programs.withdrawProgramVersion("club", 2, once());
        refused(409, "VERSION_HAS_BEGUN", () -> programs.withdrawProgramVersion("club", 1, once()));
        assertThat(programs.getProgramVersion("club", 2).getWithdrawnAt()).isNotNull();
        refused(404, "VERSION_UNKNOWN", () -> programs.getProgramVersion("club", 3));
        assertThat(programs.listProgramVersions("club", null, null).getItems()).hasSize(2);
        assertThat(programs.getProgram("club").getCode()).isEqualTo("club");
        assertThat(programs.listPrograms(null, null).getItems()).hasSize(1);
        assertThat(programs.getProgramTerms("club", "zh-CN", null).getSections())
                .isNotEmpty();
    }
}
