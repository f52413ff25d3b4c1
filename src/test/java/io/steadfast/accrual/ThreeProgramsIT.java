package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.charities.CharityService;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One member, three programs, one order: one receipt with a part for each. */
class ThreeProgramsIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    CharityService charities;

    private static CharityProfile profile(String code) {
        LocalText text = LocalText.of(code, code);
        return new CharityProfile(text, text, Optional.empty(), Optional.empty(), CharityStatus.OPEN);
    }

    private ProgramCode from(String template, String code) {
        ProgramCode program = new ProgramCode(code);
        shop.call(() -> shop.programs.createFrom(program, template));
        shop.call(() -> shop.publishing.publish(program, Optional.empty(), Instant.parse(START)));
        return program;
    }

    private String wallet(ProgramCode program) {
        return shop.call(() -> shop.programs.version(program, 1)).orElseThrow().document().wallets().stream()
                .map(Wallet::code)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void anOrderGetsOneReceiptWithThreePartsEachRight() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode beauty = from("P2", "beauty");
        List.of("safe-homes", "clean-seas", "young-minds")
                .forEach(code -> shop.call(() -> charities.add(new CharityCode(code), profile(code))));
        ProgramCode giving = from("P4", "giving");
        ProgramCode music = from("CDNOW", "music");
        MemberId anna = shop.member("anna", START, beauty, giving, music);
        Order first = Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 350_00));
        shop.put(anna, first);
        Receipt receipt = shop.put(
                        anna,
                        Shop.order(
                                "2", "2026-03-14T11:00:00Z", "USD", Shop.line("A", 1, 70_50), Shop.line("B", 1, 30_00)))
                .receipt();
        Map<ProgramCode, Receipt.Part> parts =
                receipt.programs().stream().collect(Collectors.toMap(Receipt.Part::program, Function.identity()));
        assertThat(parts).containsOnlyKeys(beauty, giving, music);
        // 100.50 at a VIB's 1.25, floored once.
        assertThat(points(parts.get(beauty))).isEqualTo(125);
        assertThat(parts.get(beauty).tiers())
                .extracting(change -> change.after().value())
                .containsExactly("VIB");
        assertThat(points(parts.get(music))).isEqualTo(100);
        assertThat(points(parts.get(giving))).isZero();
        assertThat(parts.get(giving).donations())
                .extracting(Receipt.Made::amount)
                .containsExactly(Optional.of(Money.of(1_00, "USD")));
        assertThat(parts.get(beauty).donations()).isEmpty();
        assertThat(receipt.balance().wallets())
                .extracting(line -> line.wallet().value())
                .containsExactlyInAnyOrder(wallet(beauty), wallet(music));
        assertThat(shop.spendable(anna)).isEqualTo(350 + 125 + 350 + 100);
    }

    @Test
    void twoProgramsOfOneTemplateHaveWalletsOfTheirOwn() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode one = from("P2", "one");
        ProgramCode two = from("P2", "two");
        assertThat(wallet(two)).isEqualTo("two-" + wallet(one));
        MemberId anna = shop.member("anna", START, one, two);
        Receipt receipt = shop.put(anna, Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 10_00)))
                .receipt();
        assertThat(receipt.programs()).extracting(ThreeProgramsIT::points).containsExactly(10L, 10L);
        assertThat(receipt.balance().wallets()).hasSize(2);
    }

    private static long points(Receipt.Part part) {
        return part.granted().stream().mapToLong(Receipt.Granted::points).sum();
    }
}
