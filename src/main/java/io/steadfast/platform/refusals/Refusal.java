package io.steadfast.platform.refusals;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.RefusalReason;
import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that can't be carried out. Rolls the transaction back; the doors answer with the reason's code and text.
 * Never used for a rule that was skipped: that is a value in the receipt.
 */
@ApplicationException(rollback = true)
public final class Refusal extends RuntimeException {

    /** The detail that becomes a {@code Retry-After} header, in seconds. */
    public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RefusalReason reason;
    private final transient Map<String, Object> details;
    private final transient List<FieldError> errors;
    private transient Optional<MemberId> member = Optional.empty();

    /**
     * @param details what the text's placeholders are filled with; also shown to the caller, so nothing personal or
     *     secret belongs here
     */
    public Refusal(RefusalReason reason, Map<String, Object> details) {
        this(reason, details, List.of());
    }

    public Refusal(RefusalReason reason) {
        this(reason, Map.of(), List.of());
    }

    public Refusal(RefusalReason reason, Map<String, Object> details, List<FieldError> errors) {
        super(reason.name() + (errors.isEmpty() ? "" : " " + paths(errors)));
        this.reason = reason;
        this.details = Map.copyOf(details);
        this.errors = List.copyOf(errors);
    }

    private static List<String> paths(List<FieldError> errors) {
        return errors.stream().map(error -> error.path() + " " + error.code()).toList();
    }

    /** The same refusal, to be found with what else is known of this member. */
    public Refusal about(MemberId whose) {
        member = Optional.of(whose);
        return this;
    }

    /** Whose command it was, where that is known. */
    public Optional<MemberId> member() {
        return member;
    }

    public RefusalReason reason() {
        return reason;
    }

    public Map<String, Object> details() {
        return details;
    }

    /** The wrong fields, if that is what it is about. */
    public List<FieldError> errors() {
        return errors;
    }
}
