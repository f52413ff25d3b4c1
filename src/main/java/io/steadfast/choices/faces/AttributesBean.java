package io.steadfast.choices.faces;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeWriter;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page console/attributes: what the tenant declared of members, lines and activities, and one more. */
@Named("attributesPage")
@RequestScoped
public class AttributesBean {

    @Inject
    private AttributeService attributes;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private AttributeForm form = new AttributeForm();
    private @Nullable List<AttributeDefinition> rows;

    /** Those of the subjects shown whose name has what is searched for; a subject has two hundred at most. */
    public List<AttributeDefinition> getRows() {
        if (rows == null) {
            frame.must("PROGRAMS_EDIT");
            String wanted = getSearch().toLowerCase(Locale.ROOT);
            rows = Stream.of(AttributeSubject.values())
                    .filter(subject -> getShown().filter(one -> one != subject).isEmpty())
                    .flatMap(subject -> attributes.of(subject).stream())
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                    .toList();
        }
        return rows;
    }

    /** The one subject the list is narrowed to. */
    public Optional<AttributeSubject> getShown() {
        String wanted = Optional.ofNullable(request.getParameter("of")).orElse("");
        return Stream.of(AttributeSubject.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst();
    }

    public String getSearch() {
        return Optional.ofNullable(request.getParameter("q")).orElse("").strip();
    }

    public boolean isFiltered() {
        return getShown().isPresent() || !getSearch().isEmpty();
    }

    /** The values one may choose from, or the kind of value. */
    public String values(AttributeDefinition one) {
        String kind = t.text("choices", "type." + one.type());
        return one.values().isEmpty() ? kind : kind + ": " + String.join(", ", one.values());
    }

    public String writers(AttributeDefinition one) {
        return one.writers().isEmpty()
                ? t.text("choices", "writers_none")
                : Stream.of(AttributeWriter.values())
                        .filter(one.writers()::contains)
                        .map(writer -> t.text("choices", "writer." + writer))
                        .collect(Collectors.joining(", "));
    }

    public void declare() {
        frame.must("PROGRAMS_EDIT");
        AttributeDefinition made = attributes.declare(form.definition(0));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_INFO,
                                t.with("choices", "attribute_added", "name", made.name()),
                                null));
        form = new AttributeForm();
        rows = null;
    }

    public AttributeForm getForm() {
        return form;
    }
}
