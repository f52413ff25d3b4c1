package io.steadfast.tenants.faces;

import io.steadfast.platform.tenancy.TenantRegister;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.TenantService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page platform/tenants: all of them, found by a part of their name, page by page. */
@Named("tenantList")
@RequestScoped
public class TenantListBean {

    private static final int ROWS = 50;
    private static final int LONGEST = 60;

    @Inject
    private TenantService tenants;

    @Inject
    private OperatorDoor door;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<TenantRegister.Entry> found;

    /** One more than is shown tells whether there is a next page. */
    private List<TenantRegister.Entry> found() {
        if (found == null) {
            door.mustOperate();
            found = tenants.page(new TenantRegister.Wanted(getSearch(), sort(), after()), ROWS + 1);
        }
        return found;
    }

    public List<TenantRegister.Entry> getRows() {
        List<TenantRegister.Entry> all = found();
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    /** Where the next page begins; empty on the last. */
    public String getNext() {
        return found().size() > ROWS
                ? link(sort().name()) + "&after="
                        + found().get(ROWS - 1).tenant().slug()
                : "";
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** Whether nothing was asked for, so that an empty list means there is nothing. */
    public boolean isWhole() {
        return getSearch().isEmpty() && sort() == TenantRegister.Sort.ALL && isFirst();
    }

    public List<String> getSorts() {
        return Arrays.stream(TenantRegister.Sort.values()).map(Enum::name).toList();
    }

    public String getSort() {
        return sort().name();
    }

    /** This list with another sort of tenants. */
    public String link(String sort) {
        return "?q=" + URLEncoder.encode(getSearch(), StandardCharsets.UTF_8) + "&sort=" + sort;
    }

    public String getSearch() {
        String typed = parameter("q").strip();
        return typed.substring(0, Math.min(LONGEST, typed.length()));
    }

    /** Whether the tenant's schema is where this program needs it. */
    public boolean isCurrent(TenantRegister.Entry entry) {
        return entry.schemaVersion().equals(tenants.codeVersion());
    }

    private TenantRegister.Sort sort() {
        return Arrays.stream(TenantRegister.Sort.values())
                .filter(each -> each.name().equals(parameter("sort")))
                .findFirst()
                .orElse(TenantRegister.Sort.ALL);
    }

    private Optional<TenantSlug> after() {
        return Slugs.read(parameter("after"));
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
