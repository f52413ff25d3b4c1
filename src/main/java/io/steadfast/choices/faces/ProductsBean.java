package io.steadfast.choices.faces;

import io.steadfast.choices.ProductService;
import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/products: what is sold, listed by the tenant or learned from orders, searched and filtered; and one more. */
@Named("productsPage")
@RequestScoped
public class ProductsBean {

    private static final int ROWS = 50;
    private static final int MOST_CHOICES = 200;

    @Inject
    private ProductService products;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String sku = "";
    private String name = "";
    private String category = "";
    private String brand = "";
    private @Nullable List<Product> found;

    /** One more than is shown tells whether there is a next page. */
    private List<Product> found() {
        if (found == null) {
            frame.must("PROGRAMS_EDIT");
            found = products.list(
                    new ProductFilter(given("category"), given("brand"), given("q")),
                    given("after").orElse(""),
                    ROWS + 1);
        }
        return found;
    }

    public List<Product> getRows() {
        List<Product> all = found();
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    public boolean isFirst() {
        return given("after").isEmpty();
    }

    /** Whether the list is narrowed. */
    public boolean isFiltered() {
        return !getQuery().isEmpty();
    }

    /** Where the next page begins, as its address says; empty on the last. */
    public String getNext() {
        return found().size() > ROWS
                ? "after=" + encoded(found().get(ROWS - 1).sku()) + (isFiltered() ? "&" + getQuery() : "")
                : "";
    }

    /** What the list is narrowed by, as an address carries it. */
    public String getQuery() {
        return List.of("q", "category", "brand").stream()
                .flatMap(each -> given(each).stream().map(value -> each + "=" + encoded(value)))
                .reduce((first, next) -> first + "&" + next)
                .orElse("");
    }

    /** A sku within an address. */
    public String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a filter stands at. */
    public String at(String filter) {
        return given(filter).orElse("");
    }

    public List<String> getCategories() {
        frame.must("PROGRAMS_EDIT");
        return products.categories(MOST_CHOICES);
    }

    public List<String> getBrands() {
        frame.must("PROGRAMS_EDIT");
        return products.brands(MOST_CHOICES);
    }

    public void add() {
        frame.must("PROGRAMS_EDIT");
        products.add(sku, new ProductProfile(said(name), said(category), said(brand)));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_INFO, t.with("choices", "product_added", "sku", sku), null));
        sku = "";
        name = "";
        category = "";
        brand = "";
        found = null;
    }

    static Optional<String> said(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private Optional<String> given(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category.strip();
    }

    public String getBrand() {
        return brand;
    }

    public void setBrand(String brand) {
        this.brand = brand.strip();
    }
}
