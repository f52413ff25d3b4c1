package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameServerIT extends ClientTest {

    @Test
    void a_test_outside_talks_to_the_server_that_the_tests_inside_run_in() {
        // Arquillian's servlet is only in the war with the tests.
        Api.root()
                .get("/ArquillianServletRunnerEE9?className=none&methodName=none&cmd=event")
                .expect(204);
    }

    @Test
    void a_test_outside_sees_the_same_database() throws Exception {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_setting('server_version_num')::int / 10000")) {
            row.next();
            assertThat(row.getInt(1)).isGreaterThanOrEqualTo(15);
        }
    }
}
