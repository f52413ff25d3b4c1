package io.steadfast.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What operators read of a failure. */
class FailureWordsTest {

    @Test
    void our_own_words_are_kept() {
        assertThat(FailureWords.of(new IllegalStateException("the file ends too early")))
                .isEqualTo("the file ends too early");
        assertThat(FailureWords.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    @Test
    void what_the_database_quotes_of_a_tenants_rows_is_not() {
        SQLException refused = new SQLException("Detail: Key (value)=(+447700900471) already exists.", "23505");
        RuntimeException wrapped =
                new IllegalStateException("bind => [+447700900471]", new IllegalStateException("again", refused));
        assertThat(FailureWords.of(wrapped)).isEqualTo("database 23505");
        assertThat(FailureWords.of(new SQLException("(+447700900471)"))).isEqualTo("database without a state");
    }
}
