package io.huikuan.k8s;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.smallrye.config.ConfigMapping;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The environment variables that our own configuration listens to, read from the classes that ask for them. */
final class ConfiguredNames {
    private ConfiguredNames() {}

    static Set<String> in(JavaClasses product) {
        Stream<String> mapped = product.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .flatMap(type -> type.getMethods().stream()
                        .map(method ->
                                type.getAnnotationOfType(ConfigMapping.class).prefix() + "." + method.getName()));
        Stream<String> injected = product.stream()
                .flatMap(type -> type.getConstructors().stream())
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(ConfigProperty.class))
                .map(parameter ->
                        parameter.getAnnotationOfType(ConfigProperty.class).name());
        return Stream.concat(mapped, injected).map(ConfiguredNames::asVariable).collect(Collectors.toSet());
    }

    /** {@code huikuan.token.privateKeyFile} is asked for as {@code HUIKUAN_TOKEN_PRIVATE_KEY_FILE}. */
    private static String asVariable(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT);
    }
}
