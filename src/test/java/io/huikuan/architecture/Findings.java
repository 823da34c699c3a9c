package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words in which the rules are written. */
final class Findings {
    private Findings() {}

    /** A condition that a class meets when {@code findings} says nothing about it. */
    static ArchCondition<JavaClass> none(String description, Function<JavaClass, Stream<String>> findings) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                findings.apply(type).forEach(finding -> events.add(SimpleConditionEvent.violated(type, finding)));
            }
        };
    }

    /** A finding for every call, and every method reference, to a target that {@code banned} describes. */
    static Stream<String> calls(JavaClass type, Predicate<CodeUnitAccessTarget> banned) {
        return type.getCodeUnitAccessesFromSelf().stream()
                .filter(access -> banned.test(access.getTarget()))
                .map(JavaCodeUnitAccess::getDescription)
                .sorted();
    }

    /** What a method or constructor calls or refers to. */
    static Stream<CodeUnitAccessTarget> targetsOf(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .map(access -> (CodeUnitAccessTarget) access.getTarget());
    }

    static boolean takesFirst(CodeUnitAccessTarget target, Class<?> type) {
        var parameters = target.getRawParameterTypes();
        return !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(type);
    }

    static boolean takes(CodeUnitAccessTarget target, Class<?> type) {
        return target.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isAssignableTo(type));
    }
}
