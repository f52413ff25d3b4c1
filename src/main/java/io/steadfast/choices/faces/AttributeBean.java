package io.steadfast.choices.faces;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.refusals.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/attribute: one declared attribute, whose values, privacy and writers change; its name and type never do. */
@Named("attributePage")
@RequestScoped
public class AttributeBean {

    @Inject
    private AttributeService attributes;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable AttributeDefinition attribute;
    private AttributeForm form = new AttributeForm();

    @PostConstruct
    void begin() {
        frame.must("PROGRAMS_EDIT");
        AttributeDefinition known = attributes
                .find(
                        Given.code(given("of"), AttributeSubject::valueOf, ChoiceRefusal.ATTRIBUTE_UNKNOWN),
                        given("name"))
                .orElseThrow(() -> new Refusal(ChoiceRefusal.ATTRIBUTE_UNKNOWN));
        attribute = known;
        form = AttributeForm.of(known);
    }

    public AttributeDefinition getAttribute() {
        if (attribute == null) {
            throw new IllegalStateException("The page wasn't begun");
        }
        return attribute;
    }

    public String save() {
        attributes.change(form.definition(version()));
        return "/console/attribute?faces-redirect=true&saved=1&of="
                + getAttribute().subject() + "&name=" + getAttribute().name();
    }

    /** The version the page showed; somebody else may have changed it since. */
    private long version() {
        return given("version").matches("[0-9]{1,18}")
                ? Long.parseLong(given("version"))
                : getAttribute().version();
    }

    private String given(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    public AttributeForm getForm() {
        return form;
    }
}
