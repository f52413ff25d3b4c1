package io.steadfast.charities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CharityServiceIT extends ContainerTest {

    @Inject
    Givers givers;

    @Inject
    CharityService charities;

    @Inject
    DonationsDueService due;

    @Inject
    ProgramService programs;

    @Inject
    PublishService publishing;

    @Test
    void a_charity_is_added_once_changed_under_its_version_and_listed_by_code() {
        givers.open(Shop.template("P4"));
        CharityCode code = new CharityCode("books");
        Shop shop = givers.shop;
        Charity books = shop.call(() -> charities.add(code, Givers.profile("Books", CharityStatus.OPEN)));
        assertThatThrownBy(() -> shop.call(() -> charities.add(code, books.profile())))
                .satisfies(
                        failure -> assertThat(((Refusal) failure).reason()).isEqualTo(CharityRefusal.CHARITY_EXISTS));
        assertThatThrownBy(() -> shop.call(() -> charities.change(
                        code,
                        0,
                        new CharityProfile(
                                books.profile().name(),
                                books.profile().description(),
                                Optional.of("javascript:alert(1)"),
                                Optional.empty(),
                                CharityStatus.OPEN))))
                .satisfies(failure -> assertThat(((Refusal) failure).reason()).isEqualTo(CharityRefusal.URL_NOT_VALID));
        Charity closed = shop.call(() -> charities.change(code, 0, Givers.profile("Books", CharityStatus.CLOSED)));
        assertThat(closed.version()).isEqualTo(1);
        assertThat(closed.closedAt()).contains(shop.now());
        assertThatThrownBy(() -> shop.call(() -> charities.change(code, 0, books.profile())))
                .isInstanceOf(Refusal.class);
        assertThat(shop.call(() -> charities.change(code, 1, books.profile())).closedAt())
                .isEmpty();
        assertThat(shop.call(() -> charities.list("", 2)))
                .extracting(each -> each.code().value())
                .containsExactly("books", "clean-seas");
        assertThat(shop.call(() -> charities.list("clean-seas", 9)))
                .extracting(each -> each.code().value())
                .containsExactly("safe-homes", "young-minds");
    }

    @Test
    void a_program_that_names_a_charity_the_register_lacks_cant_be_published() {
        Shop shop = givers.shop.open("2026-03-10T13:00:00Z");
        ProgramCode code = new ProgramCode("a-dollar-each");
        shop.call(() -> programs.create(code, Shop.template("P4")));
        assertThatThrownBy(() -> shop.call(
                        () -> publishing.publish(code, Optional.empty(), Instant.parse("2026-03-10T13:00:00Z"))))
                .satisfies(failure -> {
                    Refusal refusal = (Refusal) failure;
                    assertThat(refusal.reason()).isEqualTo(ProgramRefusal.PROGRAM_HAS_PROBLEMS);
                    assertThat(refusal.errors()).extracting(FieldError::code).containsOnly("CHARITY_UNKNOWN");
                });
    }

    @Test
    void a_program_opened_from_a_template_brings_its_charities_along() {
        Shop shop = givers.shop.open("2026-03-10T13:00:00Z");
        ProgramCode code = new ProgramCode("giving");
        shop.call(() -> programs.createFrom(code, "P4"));
        assertThat(shop.call(() -> publishing.publish(code, Optional.empty(), Instant.parse("2026-03-10T13:00:00Z")))
                        .version())
                .isEqualTo(1);
        assertThat(shop.call(() -> charities.list("", 9)))
                .extracting(each -> each.profile().name().byLanguage().get("zh-CN"))
                .containsExactly("清洁海洋", "平安家园", "青年心灵");
    }

    @Test
    void what_is_left_with_a_closed_charity_is_taken_from_it_by_the_work_that_falls_due() {
        ProgramCode p4 = givers.open(Shop.template("P4"));
        Shop shop = givers.shop;
        var mia = shop.member("mia", Givers.START, p4);
        givers.buys(mia, "1", Givers.to("clean-seas"), Shop.line("L", 1, 40_00));
        // as an order does that read the register just before the charity was closed
        shop.change(
                "UPDATE charity SET status = 'CLOSED', closed_at = '2026-03-10T12:30:00Z' WHERE charity = 'clean-seas'");
        assertThat(shop.call(due::nextDue)).contains(Instant.parse("2026-03-10T12:30:00Z"));
        givers.jobRuns();
        assertThat(givers.waiting()).isEqualTo(1_00);
        assertThat(
                        shop.text(
                                "SELECT fallback || ' ' || to_char(fallback_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') FROM donation"))
                .isEqualTo("safe-homes 03-24 12:30");
        assertThat(givers.offBalance()).isZero();
    }
}
