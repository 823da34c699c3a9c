package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.NormalScope;
import jakarta.inject.Inject;
import jakarta.inject.Scope;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How classes are put together: by constructors, of few parts, from sound types, and open to named callers only. */
final class BeanConditions {
    private static final int COLLABORATORS = 5;

    /** Fractions of two cannot hold 0.10. */
    private static final List<Class<?>> BINARY_FRACTIONS =
            List.of(float.class, double.class, Float.class, Double.class);

    private BeanConditions() {}

    static ArchCondition<JavaClass> sayWhoMayCallThem() {
        return Findings.none(
                "say who may call them",
                type -> type.getMethods().stream()
                        .filter(method -> !saysWhoMayCall(type))
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !saysWhoMayCall(method))
                        .map(method -> method.getFullName() + " does not say who may call it"));
    }

    private static boolean saysWhoMayCall(CanBeAnnotated element) {
        return element.isAnnotatedWith(RolesAllowed.class)
                || element.isAnnotatedWith(Authenticated.class)
                || element.isAnnotatedWith(PermitAll.class);
    }

    static ArchCondition<JavaClass> injectIntoNoMethod() {
        return Findings.none(
                "be injected by their constructors",
                type -> type.getMethods().stream()
                        .filter(method -> method.isAnnotatedWith(Inject.class))
                        .map(method -> method.getFullName() + " is injected by a method"));
    }

    static ArchCondition<JavaClass> haveAtMostFiveCollaborators() {
        return Findings.none(
                "have at most %d collaborators".formatted(COLLABORATORS),
                type -> isBean(type)
                        ? type.getConstructors().stream()
                                .filter(constructor ->
                                        constructor.getRawParameterTypes().size() > COLLABORATORS)
                                .map(constructor -> "%s takes %d"
                                        .formatted(
                                                constructor.getFullName(),
                                                constructor
                                                        .getRawParameterTypes()
                                                        .size()))
                        : Stream.empty());
    }

    private static boolean isBean(JavaClass type) {
        return type.isMetaAnnotatedWith(NormalScope.class)
                || type.isMetaAnnotatedWith(Scope.class)
                || type.isAnnotatedWith(Path.class)
                || type.isAnnotatedWith(Interceptor.class)
                || type.getConstructors().stream().anyMatch(constructor -> constructor.isAnnotatedWith(Inject.class));
    }

    static ArchCondition<JavaClass> useNoBinaryFractions() {
        return Findings.none(
                "use no float or double",
                type -> Stream.concat(
                        type.getFields().stream()
                                .filter(field -> isBinaryFraction(field.getRawType()))
                                .map(field -> field.getFullName() + " is a "
                                        + field.getRawType().getSimpleName()),
                        type.getCodeUnits().stream()
                                .filter(BeanConditions::dealsInBinaryFractions)
                                .map(unit -> unit.getFullName() + " takes or gives a float or double")));
    }

    private static boolean dealsInBinaryFractions(JavaCodeUnit unit) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .anyMatch(BeanConditions::isBinaryFraction);
    }

    private static boolean isBinaryFraction(JavaClass type) {
        return BINARY_FRACTIONS.stream().anyMatch(type.getBaseComponentType()::isEquivalentTo);
    }

    static ArchCondition<JavaClass> lieInANullMarkedPackage() {
        return Findings.none(
                "lie in a package that is @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getName()
                                + " lies in a package without @NullMarked: NullAway does not look at it"));
    }
}
