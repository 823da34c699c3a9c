package io.huikuan.isolation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.huikuan.testing.ProductClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A statement as it stands in an annotation of a {@code *Queries} interface.
 *
 * @param name {@code Class.method}
 * @param parameters by name, in the order of the method; a collection is its element type
 */
record WrittenStatement(String name, String text, Map<String, Class<?>> parameters) {
    static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-zA-Z]\\w*)");

    /** Every statement of the product that carries this annotation. */
    static List<WrittenStatement> with(Class<? extends Annotation> annotation) {
        return ProductClasses.all().stream()
                .map(JavaClass::getMethods)
                .flatMap(Collection::stream)
                .filter(method -> method.isAnnotatedWith(annotation.getName()))
                .map(method -> of(method, annotation))
                .toList();
    }

    private static WrittenStatement of(JavaMethod method, Class<? extends Annotation> annotation) {
        var text = (String)
                method.getAnnotationOfType(annotation.getName()).get("value").orElseThrow();
        var reflected = reflected(method);
        var parameters = new LinkedHashMap<String, Class<?>>();
        Arrays.stream(reflected.getParameters())
                .filter(named(text))
                .forEach(parameter -> parameters.put(parameter.getName(), type(parameter)));
        var name = method.getOwner().getSimpleName() + "." + method.getName();
        return new WrittenStatement(name, text, parameters);
    }

    private static Predicate<Parameter> named(String text) {
        return parameter -> PARAMETER
                .matcher(text)
                .results()
                .anyMatch(match -> match.group(1).equals(parameter.getName()));
    }

    private static Class<?> type(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : parameter.getType();
    }

    private static Method reflected(JavaMethod method) {
        try {
            var owner = Class.forName(
                    method.getOwner().getName(), false, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(owner.getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method.getName())
                            && candidate.getParameterCount()
                                    == method.getRawParameterTypes().size())
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
