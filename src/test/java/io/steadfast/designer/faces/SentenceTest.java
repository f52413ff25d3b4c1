package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.designer.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Value DAYS = value("days");
    private static final Value HOURS = value("hours");

    @Test
    void no_line_can_begin_with_what_closes_one() {
        Sentence chinese = Sentence.of("下单后 {days}，或 {hours}。", DAYS, HOURS);
        assertThat(chinese.parts()).extracting(Sentence.Part::words).containsExactly("下单后 ", "，", "或 ", "。");
        Sentence english = Sentence.of("Give {days} {hours}.", DAYS, HOURS);
        assertThat(english.parts()).extracting(Sentence.Part::words).containsExactly("Give ", "", " ", ".");
    }

    private static Value value(String name) {
        return new Value(name, Value.Control.FIGURE, Edit.Op.WHOLE, "/" + name, Value.Tone.WHEN, name, "12", List.of());
    }
}
