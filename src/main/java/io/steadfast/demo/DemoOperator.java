package io.steadfast.demo;

import io.steadfast.platform.security.OperatorService;
import io.steadfast.platform.security.OperatorView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The demo's one operator. Who is there already gets a new password: the old one was never written down. */
@ApplicationScoped
class DemoOperator {

    private static final String EMAIL = "operator@steadfast.example";

    @Inject
    private OperatorService operators;

    @Inject
    private DemoPasswords passwords;

    DemoCredentials.Operator make() {
        OperatorView operator = operators.byEmail(EMAIL).orElseGet(() -> operators.create(EMAIL, "Opal Operator"));
        String password = passwords.next();
        operators.setInitialPassword(operator.id(), password);
        return new DemoCredentials.Operator(EMAIL, password);
    }
}
