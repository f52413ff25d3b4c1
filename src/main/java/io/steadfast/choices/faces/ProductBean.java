package io.steadfast.choices.faces;

import io.steadfast.choices.ProductService;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/product: one product, to be called and placed otherwise. Its sku never changes: orders and rules bear it. */
@Named("productPage")
@RequestScoped
public class ProductBean {

    @Inject
    private ProductService products;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable Product product;
    private String name = "";
    private String category = "";
    private String brand = "";

    @PostConstruct
    void begin() {
        frame.must("PROGRAMS_EDIT");
        Product known = products.find(
                        Optional.ofNullable(request.getParameter("sku")).orElse(""))
                .orElseThrow(() -> new Refusal(ChoiceRefusal.PRODUCT_UNKNOWN));
        product = known;
        name = known.profile().name().orElse("");
        category = known.profile().category().orElse("");
        brand = known.profile().brand().orElse("");
    }

    public Product getProduct() {
        if (product == null) {
            throw new IllegalStateException("The page wasn't begun");
        }
        return product;
    }

    /** What it is called; its sku where it has no name. */
    public String getTitle() {
        return getProduct().profile().name().orElse(getProduct().sku());
    }

    public String save() {
        products.change(
                getProduct().sku(),
                version(),
                new ProductProfile(ProductsBean.said(name), ProductsBean.said(category), ProductsBean.said(brand)));
        return "/console/product?faces-redirect=true&saved=1&sku="
                + URLEncoder.encode(getProduct().sku(), StandardCharsets.UTF_8);
    }

    /** The version the page showed; somebody else may have changed it since. */
    private long version() {
        String shown = request.getParameter("version");
        return shown != null && shown.matches("[0-9]{1,18}")
                ? Long.parseLong(shown)
                : getProduct().version();
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
