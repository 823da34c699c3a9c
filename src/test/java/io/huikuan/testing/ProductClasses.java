package io.huikuan.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The product's own classes, without what hibernate-processor writes, and without looking at what they depend on. */
public final class ProductClasses {
    private static final Pattern GENERATED = Pattern.compile(".*_(\\$[^/]*)?\\.class");
    private static final JavaClasses ALL =
            ArchConfiguration.withThreadLocalScope((Function<ArchConfiguration, JavaClasses>) configuration -> {
                configuration.setResolveMissingDependenciesFromClassPath(false);
                return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.matches(GENERATED))
                        .importPackages("io.huikuan");
            });

    private ProductClasses() {}

    public static JavaClasses all() {
        return ALL;
    }
}
