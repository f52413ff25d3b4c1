package io.steadfast.desk.faces;

import io.steadfast.choices.AttributeService;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeDefinition.Privacy;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.desk.MemberFilter;
import io.steadfast.platform.faces.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What members can be told apart by: the values of declared attributes that are chosen from a list and not personal. A personal one
 * would stand in addresses and saved views.
 */
@Named("memberTags")
@RequestScoped
public class MemberTags {

    @Inject
    private AttributeService attributes;

    @Inject
    private PageTexts t;

    private @Nullable Map<String, String> all;

    /** By attribute and value, as an address names them, what each is called. */
    Map<String, String> all() {
        if (all == null) {
            Map<String, String> named = new LinkedHashMap<>();
            attributes.of(AttributeSubject.MEMBER).stream()
                    .filter(one -> one.privacy() == Privacy.OPEN)
                    .forEach(one -> values(one)
                            .forEach(value ->
                                    named.put(one.name() + ":" + value, one.name() + " · " + said(one, value))));
            all = named;
        }
        return all;
    }

    /** A name has no colon; a value may. */
    static MemberFilter.Tag read(String choice) {
        int colon = choice.indexOf(':');
        return new MemberFilter.Tag(choice.substring(0, colon), choice.substring(colon + 1));
    }

    private static List<String> values(AttributeDefinition one) {
        return one.type() == AttributeType.YES_NO ? List.of("true", "false") : one.values();
    }

    private String said(AttributeDefinition one, String value) {
        return one.type() == AttributeType.YES_NO ? t.text("desk", "tag." + value) : value;
    }
}
