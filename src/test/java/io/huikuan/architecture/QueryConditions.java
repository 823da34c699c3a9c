package io.huikuan.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NamedNativeQueries;
import jakarta.persistence.NamedNativeQuery;
import jakarta.persistence.NamedQueries;
import jakarta.persistence.NamedQuery;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.QueryProducer;

/** Where queries are written, so that the compiler reads all of them; and what a native one has to say. */
final class QueryConditions {
    private static final Pattern CREATES_A_QUERY = Pattern.compile("create\\w*(Query|Call)");
    private static final Set<String> PANACHE = Set.of("find", "list", "stream", "count", "update", "delete");
    private static final Pattern JDBC = Pattern.compile("prepare(Statement|Call)|nativeSQL|execute\\w*|addBatch");

    private static final List<Class<?>> ON_METHODS = List.of(HQL.class, SQL.class, Find.class);
    private static final List<Class<?>> ON_CLASSES =
            List.of(NamedQuery.class, NamedQueries.class, NamedNativeQuery.class, NamedNativeQueries.class);

    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAMES_THE_ORGANISATION = Pattern.compile("\\borganisation_id\\b");

    private QueryConditions() {}

    static ArchCondition<JavaClass> passNoQueryStrings(RoomMap rooms) {
        return Findings.none("leave query strings to *Queries", type -> {
            boolean jdbcIsItsWork = rooms.inRoom(type, "platform") || rooms.inRoom(type, "sandbox");
            return Names.endsWith(type, "Queries")
                    ? Stream.empty()
                    : Findings.calls(type, target -> takesQuery(target) || (!jdbcIsItsWork && takesStatement(target)));
        });
    }

    private static boolean takesQuery(CodeUnitAccessTarget target) {
        if (!Findings.takesFirst(target, String.class)) {
            return false;
        }
        JavaClass owner = target.getOwner();
        boolean persistence = owner.isAssignableTo(EntityManager.class) || owner.isAssignableTo(QueryProducer.class);
        boolean repository =
                owner.isAssignableTo(PanacheRepositoryBase.class) || owner.isAssignableTo(PanacheEntityBase.class);
        return (persistence && CREATES_A_QUERY.matcher(target.getName()).matches())
                || (repository && PANACHE.contains(target.getName()))
                || (owner.isEquivalentTo(Panache.class) && target.getName().equals("executeUpdate"));
    }

    private static boolean takesStatement(CodeUnitAccessTarget target) {
        JavaClass owner = target.getOwner();
        return (owner.isAssignableTo(Connection.class) || owner.isAssignableTo(Statement.class))
                && Findings.takesFirst(target, String.class)
                && JDBC.matcher(target.getName()).matches();
    }

    static ArchCondition<JavaClass> carryNoQueries() {
        return Findings.none(
                "leave query annotations to *Queries",
                type -> Names.endsWith(type, "Queries")
                        ? Stream.empty()
                        : Stream.concat(
                                type.getMethods().stream()
                                        .filter(method -> ON_METHODS.stream()
                                                .anyMatch(annotation -> method.isAnnotatedWith(annotation.getName())))
                                        .map(method -> method.getFullName() + " carries a query"),
                                ON_CLASSES.stream()
                                        .filter(annotation -> type.isAnnotatedWith(annotation.getName()))
                                        .map(annotation ->
                                                type.getName() + " carries a @" + annotation.getSimpleName())));
    }

    /**
     * Hibernate filters HQL by organisation, but passes native SQL on as it stands. A word in a comment does not count, and an
     * exception that is no longer needed is a finding too.
     *
     * @param exceptions {@code Class.method} to the reason why it rightly reads or writes across organisations
     */
    static ArchCondition<JavaClass> nameTheOrganisation(Map<String, String> exceptions) {
        return Findings.none("name the organisation in native SQL", type -> {
            Set<String> needless = new TreeSet<>(exceptions.keySet());
            needless.removeIf(exception -> !exception.startsWith(type.getSimpleName() + "."));
            List<String> silent = type.getMethods().stream()
                    .filter(method -> sqlOf(method)
                            .filter(sql -> !namesTheOrganisation(sql))
                            .findAny()
                            .isPresent())
                    .filter(method -> !needless.remove(nameOf(method)))
                    .map(method -> method.getFullName() + " does not name organisation_id")
                    .toList();
            return Stream.concat(
                    silent.stream(), needless.stream().map(exception -> exception + " needs no exception any more"));
        });
    }

    private static String nameOf(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static Stream<String> sqlOf(JavaMethod method) {
        return method
                .tryGetAnnotationOfType(SQL.class.getName())
                .flatMap(annotation -> annotation.get("value"))
                .map(String.class::cast)
                .stream();
    }

    private static boolean namesTheOrganisation(String sql) {
        return NAMES_THE_ORGANISATION.matcher(withoutComments(sql)).find();
    }

    static String withoutComments(String query) {
        return SQL_COMMENT.matcher(query).replaceAll(" ");
    }
}
