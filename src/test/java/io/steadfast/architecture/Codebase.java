package io.steadfast.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The classes under judgement, read once. */
final class Codebase {

    /** What is shipped. */
    static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** The tests, without the offenders that the rules are tried on. */
    static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/architecture/broken/"))
            .importPath(Path.of("target", "test-classes"));

    /** One offender per rule, shaped like the product below {@link #BROKEN_ROOT}. */
    static final JavaClasses BROKEN = new ClassFileImporter()
            .importPath(Path.of("target", "test-classes", "io", "steadfast", "architecture", "broken"));

    static final String BROKEN_ROOT = "io.steadfast.architecture.broken";

    private Codebase() {}
}
