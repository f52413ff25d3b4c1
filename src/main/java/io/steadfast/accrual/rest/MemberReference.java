package io.steadfast.accrual.rest;

import io.steadfast.accrual.NamedMember;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an order or activity names its member: by exactly one of these. */
public record MemberReference(
        Optional<MemberId> id,
        Optional<String> externalId,
        Optional<String> phone,
        Optional<String> email,
        Optional<String> card) {

    NamedMember named(FieldErrors errors) {
        List<NamedMember> names = new ArrayList<>();
        id.ifPresent(value -> names.add(new NamedMember(NamedMember.By.ID, value.toString())));
        externalId.ifPresent(value -> names.add(new NamedMember(NamedMember.By.EXTERNAL_ID, value)));
        phone.ifPresent(value -> names.add(new NamedMember(NamedMember.By.PHONE, value)));
        email.ifPresent(value -> names.add(new NamedMember(NamedMember.By.EMAIL, value)));
        card.ifPresent(value -> names.add(new NamedMember(NamedMember.By.CARD, value)));
        if (names.size() != 1) {
            errors.add("member", names.isEmpty() ? FieldReason.REQUIRED : FieldReason.TOO_MANY, Map.of("most", 1));
            return new NamedMember(NamedMember.By.EXTERNAL_ID, "");
        }
        return names.get(0);
    }
}
