package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Refuses query parameters that the operation does not know (a misspelt filter must not answer with everything), and values that
 * it cannot read: left to Jakarta REST, these are a 404 that names nothing.
 */
@ApplicationScoped
class ParameterGuard {
    private final Map<String, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, SimpleResourceInfo operation) {
        var sent = request.getUriInfo().getQueryParameters();
        if (sent.isEmpty()) {
            return;
        }
        var resource = operation.getResourceClass();
        var method = operation.getMethodName();
        var types = known.computeIfAbsent(resource.getName() + "#" + method, key -> typesOf(resource, method));
        var faults = sent.entrySet().stream()
                .flatMap(parameter -> faults(parameter.getKey(), parameter.getValue(), types))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    private static Stream<Problem.Fault> faults(String name, List<String> values, Map<String, Class<?>> types) {
        var type = types.get(name);
        if (type == null) {
            return Stream.of(new Problem.Fault("/" + name, "unknown-parameter", List.of(name)));
        }
        if (values.size() > 1) {
            return Stream.of(new Problem.Fault("/" + name, "given-twice", List.of()));
        }
        return ParameterForm.of(type).fault("/" + name, values.getFirst()).stream();
    }

    private static Map<String, Class<?>> typesOf(Class<?> resource, String methodName) {
        var types = new HashMap<String, Class<?>>();
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(methodName)) {
                    for (var parameter : method.getParameters()) {
                        collect(parameter, parameter.getName(), parameter.getType(), types);
                        // A bean of parameters, as PageRequest is, with what it inherits.
                        for (Class<?> bean = parameter.getType(); bean != null; bean = bean.getSuperclass()) {
                            Arrays.stream(bean.getDeclaredFields())
                                    .forEach(field -> collect(field, field.getName(), field.getType(), types));
                        }
                    }
                }
            }
        }
        return Map.copyOf(types);
    }

    private static void collect(AnnotatedElement element, String name, Class<?> type, Map<String, Class<?>> types) {
        var rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            types.put(rest.value().isEmpty() ? name : rest.value(), type);
        }
        var standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            types.put(standard.value(), type);
        }
    }
}
