package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import org.junit.jupiter.api.Test;

class BalanceResourceIT extends ClientTest {

    @Test
    void a_balance_names_wallet_program_and_unit() {
        Till till = Till.withPoints(40);
        JsonNode wallet = till.balance();
        assertThat(wallet.path("wallet").asText()).isEqualTo("points");
        assertThat(wallet.path("program").asText()).isEqualTo("club");
        assertThat(wallet.path("unit").asText()).isEqualTo("points");
        assertThat(wallet.path("decimals").asInt()).isZero();
        assertThat(wallet.path("spendable").asLong()).isEqualTo(40);
        assertThat(wallet.path("lifetime").asLong()).isEqualTo(40);
        assertThat(wallet.path("expiring")).isEmpty();
    }

    @Test
    void a_new_member_has_nothing_in_each_wallet_of_their_programs() {
        assertThat(Till.withPoints(0).spendable()).isZero();
    }

    @Test
    void another_tenants_member_is_as_unknown_as_nobody() {
        Till till = Till.withPoints(0);
        TestTenants.make().api().get("/members/" + till.member + "/balance").expect(404);
        till.api.get("/members/00000000-0000-7000-8000-000000000000/balance").expect(404);
    }
}
