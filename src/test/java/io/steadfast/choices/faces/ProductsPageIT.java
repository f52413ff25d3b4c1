package io.steadfast.choices.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sold, and what is declared of members, lines and activities: found, added and put right by a marketer. */
class ProductsPageIT extends BrowserTest {

    @Test
    void a_marketer_adds_a_product_finds_it_and_changes_it() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/products");
        assertThat(page.locator(".empty")).containsText("No products yet");
        page.locator("#products\\:sku").fill("SERUM-30");
        page.locator("#products\\:name").fill("Night serum");
        page.locator("#products\\:category").fill("care/face");
        page.locator("#products\\:add").click();
        assertThat(page.locator(".told").last()).containsText("SERUM-30 is listed");
        assertThat(page.locator("[data-product=SERUM-30]")).containsText("care/face");
        page.locator("#products\\:sku").fill("SERUM-30");
        page.locator("#products\\:add").click();
        assertThat(page.locator(".told").last()).containsText("SERUM-30");
        assertAccessible(page);
        picture(page, "products-en");
        tenant.api().post("/products", Map.of("sku", "MASK-5", "brand", "Rosa")).expect(201);
        page.navigate("/console/products?q=serum");
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.navigate("/console/products?brand=Rosa");
        assertThat(page.locator("tbody tr")).containsText("MASK-5");
        page.locator("tbody tr a").click();
        page.locator("#product\\:name").fill("玫瑰面膜");
        page.locator("#product\\:category").fill("/no path/");
        page.locator("#product\\:save").click();
        assertThat(page.locator(".told")).containsText("A category is a path");
        page.locator("#product\\:category").fill("care/mask");
        page.locator("#product\\:save").click();
        assertThat(page.locator("h1")).hasText("玫瑰面膜");
        assertAccessible(page);
        picture(page, "product-en");
    }

    @Test
    void many_products_come_page_by_page() {
        TestTenant tenant = TestTenants.make();
        for (int number = 0; number < 55; number++) {
            tenant.api()
                    .post("/products", Map.of("sku", "P-%02d".formatted(number), "name", "Product " + number))
                    .expect(201);
        }
        signIn(page, tenant, tenant.owner());
        page.navigate("/console/products?q=product");
        assertThat(page.locator("tbody tr")).hasCount(50);
        page.locator(".pager a.push").click();
        assertThat(page.locator("tbody tr")).hasCount(5);
        org.assertj.core.api.Assertions.assertThat(page.url()).contains("q=product");
    }

    @Test
    void a_marketer_declares_an_attribute_and_members_are_told_apart_by_it() {
        TestTenant tenant = TestTenants.make();
        signIn(page, tenant, tenant.person("MARKETER"));
        page.navigate("/console/attributes");
        page.locator("#attributes\\:name").fill("skin");
        page.locator("#attributes\\:type").selectOption("ONE_OF");
        page.locator("#attributes\\:privacy").selectOption("OPEN");
        page.locator("#attributes\\:declare").click();
        assertThat(page.locator(".told").last()).containsText("values");
        page.locator("#attributes\\:values").fill("dry\noily\ndry");
        page.locator("#attributes\\:declare").click();
        assertThat(page.locator(".told").last()).containsText("skin is declared");
        assertThat(page.locator("[data-attribute='MEMBER/skin']")).containsText("One of: dry, oily");
        assertAccessible(page);
        picture(page, "attributes-en");
        page.locator("[data-attribute='MEMBER/skin'] a").click();
        page.locator("#attribute\\:values").fill("dry\noily\nnormal");
        page.locator("#attribute\\:save").click();
        assertThat(page.locator(".note.gain")).isVisible();
        assertThat(page.locator("#attribute\\:values")).hasValue("dry\noily\nnormal");
        assertAccessible(page);
        picture(page, "attribute-en");
        for (String skin : List.of("dry", "oily")) {
            tenant.api()
                    .post("/members", Map.of("name", "Skin " + skin, "attributes", Map.of("skin", skin)))
                    .expect(201);
        }
        page.navigate("/console/members?tag=skin:oily");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody tr")).containsText("Skin oily");
        String file = new String(taken(page), java.nio.charset.StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThat(file).contains("Skin oily").doesNotContain("Skin dry");
        page.navigate("/console/members");
        file = new String(taken(page), java.nio.charset.StandardCharsets.UTF_8);
        org.assertj.core.api.Assertions.assertThat(file).contains("Skin oily", "Skin dry");
    }

    private static byte[] taken(Page list) {
        try (java.io.InputStream file =
                list.waitForDownload(() -> list.locator("#take\\:csv").click()).createReadStream()) {
            return file.readAllBytes();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_pages_speak_chinese() {
        TestTenant tenant = TestTenants.make();
        tenant.api()
                .post("/products", Map.of("sku", "MASK-5", "name", "玫瑰面膜", "category", "护肤/面膜"))
                .expect(201);
        Page phone = phoneIn(CHINESE);
        signIn(phone, tenant, tenant.owner());
        phone.navigate("/console/products");
        assertThat(phone.locator("[data-product]")).containsText("已登记");
        assertAccessible(phone);
        picture(phone, "products-zh");
        phone.navigate("/console/attributes");
        assertThat(phone.locator(".empty")).containsText("尚未声明属性");
        assertAccessible(phone);
        picture(phone, "attributes-zh");
    }
}
