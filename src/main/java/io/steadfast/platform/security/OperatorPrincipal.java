package io.steadfast.platform.security;

import jakarta.security.enterprise.CallerPrincipal;

/** A signed-in operator, as the container knows them. */
final class OperatorPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final SessionOperator operator;

    OperatorPrincipal(SessionOperator operator) {
        super(operator.id().toString());
        this.operator = operator;
    }

    SessionOperator operator() {
        return operator;
    }
}
