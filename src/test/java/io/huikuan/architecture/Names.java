package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import java.util.stream.Stream;

/** What a name says about a class. */
final class Names {
    /** Words that say how a class is built or where it stands, never what it does. */
    private static final List<String> BANNED = List.of(
            "Service",
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Impl",
            "Base",
            "Abstract",
            "Common",
            "Dto",
            "DTO",
            "Entity",
            "Handler",
            "Processor");

    private Names() {}

    /** The class that stands in the file: records nested in a resource are a part of the resource. */
    static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    static boolean endsWith(JavaClass type, String... suffixes) {
        String name = outermost(type).getSimpleName();
        return Stream.of(suffixes).anyMatch(name::endsWith);
    }

    static ArchCondition<JavaClass> sayTheWork() {
        return Findings.none(
                "be named for the work they do",
                type -> BANNED.stream()
                        .filter(suffix -> type.getSimpleName().endsWith(suffix))
                        .map(suffix -> type.getName() + " ends with '" + suffix + "'")
                        .limit(1));
    }
}
