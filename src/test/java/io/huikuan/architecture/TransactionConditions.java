package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.GET;
import java.util.Set;
import java.util.stream.Stream;

/** Where transactions begin: at doors for writes, at the reading interceptor for reads. */
final class TransactionConditions {
    private static final Set<String> WITHOUT_TRANSACTION = Set.of(TxType.NOT_SUPPORTED.name(), TxType.NEVER.name());

    private TransactionConditions() {}

    /** A class that other rooms may call: public, and neither HTTP nor queries nor a job. */
    private static boolean isDoor(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && !Names.endsWith(type, "Resource", "Queries", "Job");
    }

    static ArchCondition<JavaClass> beginThemAtDoors() {
        return Findings.none("begin transactions on the public methods of doors", type -> {
            Stream<String> ofTheClass = type.isAnnotatedWith(Transactional.class) && !isDoor(type)
                    ? Stream.of(type.getName() + " is @Transactional, but no door")
                    : Stream.empty();
            Stream<String> ofItsMethods = type.getMethods().stream()
                    .filter(method -> method.isAnnotatedWith(Transactional.class))
                    .filter(method -> !isDoor(type) || !method.getModifiers().contains(JavaModifier.PUBLIC))
                    .map(method -> method.getFullName() + " is @Transactional, but no public method of a door");
            return Stream.concat(ofTheClass, ofItsMethods);
        });
    }

    static ArchCondition<JavaClass> driveThemByHandAtDoors(RoomMap rooms) {
        return Findings.none(
                "leave the driving of transactions to doors",
                type -> isDoor(Names.outermost(type)) || rooms.inRoom(type, "platform") || rooms.inRoom(type, "sandbox")
                        ? Stream.empty()
                        : Findings.calls(
                                type,
                                target -> target.getOwner().isAssignableTo(QuarkusTransaction.class)
                                        || target.getOwner().isAssignableTo(UserTransaction.class)
                                        || target.getOwner().isAssignableTo(TransactionManager.class)));
    }

    /** Who needs not sign in has no organisation, hence no rows to read: such a method needs no transaction. */
    static ArchCondition<JavaClass> readInOne(String reading) {
        return Findings.none(
                "answer every GET within one transaction",
                type -> type.getMethods().stream()
                        .filter(method -> Names.endsWith(type, "Resource"))
                        .filter(method -> method.isAnnotatedWith(GET.class))
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method ->
                                !method.isAnnotatedWith(PermitAll.class) && !type.isAnnotatedWith(PermitAll.class))
                        .filter(method -> !method.isAnnotatedWith(reading))
                        .map(method -> method.getFullName() + " answers a GET without @Reading"));
    }

    /** True where the unit itself opens or joins a transaction, whoever calls it. */
    static boolean runsInOne(JavaCodeUnit unit, String reading) {
        if (unit.isConstructor()) {
            return false;
        }
        if (unit.isAnnotatedWith(reading)) {
            return true;
        }
        boolean byItself = unit.isAnnotatedWith(Transactional.class);
        boolean byItsClass = !byItself && unit.getModifiers().contains(JavaModifier.PUBLIC);
        HasAnnotations<?> demarcated = byItsClass ? unit.getOwner() : unit;
        return demarcated
                .tryGetAnnotationOfType(Transactional.class.getName())
                .map(TransactionConditions::typeOf)
                .filter(type -> !WITHOUT_TRANSACTION.contains(type))
                .isPresent();
    }

    private static String typeOf(JavaAnnotation<?> transactional) {
        return transactional
                .get("value")
                .map(value -> ((JavaEnumConstant) value).name())
                .orElse(TxType.REQUIRED.name());
    }
}
