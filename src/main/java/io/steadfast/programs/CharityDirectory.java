package io.steadfast.programs;

import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import java.util.Set;

/** Where programs ask which charities there are. They know no register, so whoever keeps it answers here. */
public interface CharityDirectory {

    /** Which of these the tenant in hand has, and in what state. */
    CharityRegister charities(Set<CharityCode> asked);
}
