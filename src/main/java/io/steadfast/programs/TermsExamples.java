package io.steadfast.programs;

import io.steadfast.programs.core.ProgramVersion;
import java.util.List;
import java.util.Locale;

/** Worked examples for the terms, which only the engine can compute: another feature implements it as a bean; programs know none. */
public interface TermsExamples {

    /** Each an example in a sentence or two; none where the program gives nothing that could be shown. */
    List<String> of(ProgramVersion version, Locale language);
}
