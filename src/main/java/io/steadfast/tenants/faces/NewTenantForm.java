package io.steadfast.tenants.faces;

/** What is typed to make a tenant. */
public class NewTenantForm {

    private String slug = "";
    private String name = "";
    private String currency = "GBP";
    private String zone = "Europe/London";
    private String locale = "en-GB";
    private boolean sandbox;
    private String email = "";
    private String owner = "";

    void clear() {
        slug = "";
        name = "";
        email = "";
        owner = "";
        sandbox = false;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getLocale() {
        return locale;
    }

    public void setLocale(String locale) {
        this.locale = locale;
    }

    public boolean isSandbox() {
        return sandbox;
    }

    public void setSandbox(boolean sandbox) {
        this.sandbox = sandbox;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner.strip();
    }
}
