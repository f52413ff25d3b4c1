package io.steadfast.members;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.steadfast.members.core.CardNumber;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Brings what people type into the one form an identity is kept and compared in. */
final class IdentityReader {

    private static final int MOST_EXTERNAL_ID = 128;

    // Lenient on purpose: what a mail server takes can't be told from its form, only what surely isn't an address.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,188}");

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private IdentityReader() {}

    /**
     * The identities in their kept form.
     *
     * @param region ISO country whose numbers may be written without their country code; empty for none
     * @param errors takes what isn't valid, by the field's name
     */
    static Map<IdentityKind, String> read(Map<IdentityKind, String> entered, String region, FieldErrors errors) {
        Map<IdentityKind, String> read = new EnumMap<>(IdentityKind.class);
        entered.forEach((kind, value) -> normalised(kind, value, region)
                .ifPresentOrElse(
                        normal -> read.put(kind, normal),
                        () -> errors.add(kind.field(), reason(kind), Map.of("most", MOST_EXTERNAL_ID))));
        return read;
    }

    /** The kept form; empty when it is no such identity. */
    static Optional<String> normalised(IdentityKind kind, String entered, String region) {
        return switch (kind) {
            case PHONE -> phone(entered, region);
            case EMAIL ->
                Optional.of(entered.strip().toLowerCase(Locale.ROOT))
                        .filter(email -> EMAIL.matcher(email).matches());
            case CARD -> CardNumber.normalised(entered);
            case EXTERNAL_ID ->
                Optional.of(entered.strip()).filter(id -> !id.isEmpty() && id.length() <= MOST_EXTERNAL_ID);
        };
    }

    private static Optional<String> phone(String entered, String region) {
        try {
            PhoneNumber number = PHONES.parse(entered.strip(), region.isEmpty() ? null : region);
            // Possible, not valid: numbering plans change faster than any table of them.
            return PHONES.isPossibleNumber(number)
                    ? Optional.of(PHONES.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notAPhone) {
            return Optional.empty();
        }
    }

    private static io.steadfast.shared.RefusalReason reason(IdentityKind kind) {
        return switch (kind) {
            case PHONE -> MemberRefusal.PHONE_NOT_VALID;
            case EMAIL -> MemberRefusal.EMAIL_NOT_VALID;
            case CARD -> MemberRefusal.CARD_NOT_VALID;
            case EXTERNAL_ID -> FieldReason.TOO_LONG;
        };
    }
}
