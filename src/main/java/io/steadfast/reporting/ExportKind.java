package io.steadfast.reporting;

import java.util.List;

/** What can be exported, with the columns of its file. */
public enum ExportKind {
    MEMBERS(
            "id",
            "externalId",
            "phone",
            "email",
            "cardNumber",
            "name",
            "birthday",
            "locale",
            "homeStore",
            "kind",
            "employee",
            "status",
            "joinedAt",
            "programs"),
    ENTRIES(
            "id",
            "memberId",
            "seq",
            "wallet",
            "kind",
            "points",
            "pending",
            "active",
            "held",
            "debt",
            "effectiveAt",
            "postingDate",
            "program",
            "version",
            "rule",
            "reason",
            "source",
            "reference"),
    ORDERS(
            "id",
            "source",
            "reference",
            "memberId",
            "occurredAt",
            "status",
            "currency",
            "amount",
            "store",
            "channel",
            "revision",
            "recordedAt"),
    VOUCHERS(
            "id",
            "codeEnding",
            "memberId",
            "program",
            "reward",
            "kind",
            "state",
            "currency",
            "face",
            "used",
            "remaining",
            "issuedAt",
            "activeFrom",
            "expiresAt");

    private final List<String> columns;

    ExportKind(String... columns) {
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }
}
