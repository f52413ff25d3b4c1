package io.steadfast.charities.rest;

import io.steadfast.charities.MemberChoice;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.ProgramCode;
import java.util.Optional;

/**
 * A standing choice in one program.
 *
 * @param state {@code choose_again} where the charity closed or isn't offered any more
 */
public record ChoiceResponse(ProgramCode program, Optional<String> charity, MemberChoice.State state) {

    static ChoiceResponse of(MemberChoice choice) {
        return new ChoiceResponse(choice.program(), choice.charity().map(CharityCode::value), choice.state());
    }
}
