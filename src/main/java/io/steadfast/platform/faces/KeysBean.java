package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.ApiKeyService;
import io.steadfast.platform.security.IssuedKey;
import io.steadfast.platform.security.KeyView;
import io.steadfast.platform.security.NewKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.RealClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page console/keys: the systems that may call the API. A secret is shown in the answer to its making and never again. */
@Named("keys")
@RequestScoped
public class KeysBean {

    @Inject
    private ApiKeyService service;

    @Inject
    private FrameBean frame;

    @Inject
    private RealClock clock;

    private String label = "";
    private List<String> scopes = new ArrayList<>();
    private @Nullable IssuedKey issued;
    private @Nullable List<KeyView> all;

    public List<KeyView> getAll() {
        if (all == null) {
            mustEdit();
            all = service.all();
        }
        return all;
    }

    public boolean isAlive(KeyView key) {
        return key.endsAt().map(end -> end.isAfter(clock.now())).orElse(true);
    }

    public void issue() {
        mustEdit();
        Set<Scope> chosen = Arrays.stream(Scope.values())
                .filter(scope -> scopes.contains(scope.code()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        issued = service.issue(new NewKey(label, chosen, Set.of()));
        label = "";
        scopes = new ArrayList<>();
        all = null;
    }

    public void revoke(UUID id) {
        mustEdit();
        service.revoke(id);
        all = null;
    }

    private void mustEdit() {
        if (!frame.may("KEYS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** The scopes as callers write them. */
    public List<String> getChoices() {
        return Arrays.stream(Scope.values()).map(Scope::code).toList();
    }

    /** The secret of the key just made; empty otherwise. */
    public String getSecret() {
        return issued == null ? "" : issued.secret();
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label.strip();
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = new ArrayList<>(scopes);
    }
}
