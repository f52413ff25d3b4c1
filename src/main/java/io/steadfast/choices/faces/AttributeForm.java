package io.steadfast.choices.faces;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeDefinition.Privacy;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.choices.core.AttributeWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is typed about an attribute. */
public final class AttributeForm {

    private AttributeSubject subject = AttributeSubject.MEMBER;
    private String name = "";
    private AttributeType type = AttributeType.TEXT;
    private String values = "";
    private Privacy privacy = Privacy.PERSONAL;
    private List<String> writers = new ArrayList<>(
            Arrays.stream(AttributeWriter.values()).map(Enum::name).toList());

    static AttributeForm of(AttributeDefinition definition) {
        AttributeForm form = new AttributeForm();
        form.subject = definition.subject();
        form.name = definition.name();
        form.type = definition.type();
        form.values = String.join("\n", definition.values());
        form.privacy = definition.privacy();
        form.writers =
                new ArrayList<>(definition.writers().stream().map(Enum::name).toList());
        return form;
    }

    AttributeDefinition definition(long version) {
        Set<AttributeWriter> chosen = Arrays.stream(AttributeWriter.values())
                .filter(writer -> writers.contains(writer.name()))
                .collect(Collectors.toUnmodifiableSet());
        return new AttributeDefinition(subject, name, type, lines(), privacy, chosen, version);
    }

    /** A value a line; the same one counts once. */
    private List<String> lines() {
        return List.copyOf(Arrays.stream(values.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    public AttributeSubject getSubject() {
        return subject;
    }

    public void setSubject(AttributeSubject subject) {
        this.subject = subject;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public AttributeType getType() {
        return type;
    }

    public void setType(AttributeType type) {
        this.type = type;
    }

    public String getValues() {
        return values;
    }

    public void setValues(String values) {
        this.values = values;
    }

    public Privacy getPrivacy() {
        return privacy;
    }

    public void setPrivacy(Privacy privacy) {
        this.privacy = privacy;
    }

    public List<String> getWriters() {
        return writers;
    }

    public void setWriters(List<String> writers) {
        this.writers = new ArrayList<>(writers);
    }

    public AttributeSubject[] getSubjects() {
        return AttributeSubject.values();
    }

    public AttributeType[] getTypes() {
        return AttributeType.values();
    }

    public Privacy[] getPrivacies() {
        return Privacy.values();
    }

    public AttributeWriter[] getAllWriters() {
        return AttributeWriter.values();
    }
}
