package io.steadfast.platform.security;

import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** An operator's e-mail and password, as typed. */
final class OperatorCredential extends AbstractClearableCredential {

    private final String email;
    private String password;

    OperatorCredential(String email, String password) {
        this.email = email;
        this.password = password;
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    @Override
    protected void clearCredential() {
        password = "";
    }
}
