package io.steadfast.charities;

import io.steadfast.charities.store.CharityRepository;
import io.steadfast.programs.CharityDirectory;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Tells programs, which know no register, which charities there are. */
@ApplicationScoped
public class RegisterOfCharities implements CharityDirectory {

    @Inject
    CharityRepository charities;

    @Override
    public CharityRegister charities(Set<CharityCode> asked) {
        return charities.register(asked);
    }
}
