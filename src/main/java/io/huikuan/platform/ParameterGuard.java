package io.huikuan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses query parameters that the operation does not know: a misspelt filter must not answer with everything. */
@ApplicationScoped
class ParameterGuard {
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, SimpleResourceInfo operation) {
        var sent = request.getUriInfo().getQueryParameters().keySet();
        if (sent.isEmpty()) {
            return;
        }
        var resource = operation.getResourceClass();
        var method = operation.getMethodName();
        var allowed = known.computeIfAbsent(resource.getName() + "#" + method, key -> namesOf(resource, method));
        List<Problem.Fault> unknown = sent.stream()
                .filter(name -> !allowed.contains(name))
                .map(name -> new Problem.Fault("/" + name, "unknown-parameter", List.of(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidRequest(unknown);
        }
    }

    private static Set<String> namesOf(Class<?> resource, String methodName) {
        var names = new HashSet<String>();
        for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(methodName)) {
                    for (var parameter : method.getParameters()) {
                        collect(parameter, parameter.getName(), names);
                        // A bean of parameters, as PageRequest is.
                        Arrays.stream(parameter.getType().getDeclaredFields())
                                .forEach(field -> collect(field, field.getName(), names));
                    }
                }
            }
        }
        return Set.copyOf(names);
    }

    private static void collect(AnnotatedElement element, String name, Set<String> names) {
        var rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            names.add(rest.value().isEmpty() ? name : rest.value());
        }
        var standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            names.add(standard.value());
        }
    }
}
