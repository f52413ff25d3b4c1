package io.steadfast.members.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchKeysTest {

    @Test
    void endings_of_phones_and_cards_are_beginnings_of_keys() {
        Map<SearchKeys.Kind, Set<String>> keys =
                SearchKeys.of(Map.of(IdentityKind.PHONE, "+447700900123", IdentityKind.CARD, "12AB"), "");
        assertThat(keys.get(SearchKeys.Kind.PHONE)).containsExactly("321009007744");
        assertThat(SearchKeys.reversed("0123")).isEqualTo("3210");
        assertThat(keys.get(SearchKeys.Kind.CARD)).containsExactly("BA21");
        assertThat(SearchKeys.reversed("ab")).isEqualTo("BA");
    }

    @Test
    void a_name_is_found_by_each_of_its_words_in_any_case_and_width() {
        assertThat(SearchKeys.of(Map.of(), "Ada  LOVELACE ，Ｂyron").get(SearchKeys.Kind.NAME))
                .containsExactlyInAnyOrder("ada", "lovelace", "byron");
    }

    @Test
    void a_chinese_name_is_found_by_each_of_its_endings() {
        assertThat(SearchKeys.of(Map.of(), "欧阳小明").get(SearchKeys.Kind.NAME))
                .containsExactlyInAnyOrder("欧阳小明", "阳小明", "小明", "明");
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        String key = SearchKeys.plain("x".repeat(99) + "😀😀");
        assertThat(key).isEqualTo("x".repeat(99));
    }

    @Test
    void nothing_has_no_keys() {
        assertThat(SearchKeys.of(Map.of(), " ")).isEmpty();
    }
}
