package io.huikuan.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads manifests as the API server would with strict field validation, and renders the few things our Kustomize base uses. */
final class Manifests {
    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ServiceAccount", ServiceAccount.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private static final YAMLMapper YAML = strictMapper();

    record Kustomization(
            String apiVersion, String kind, String namespace, List<Labels> labels, List<String> resources) {}

    record Labels(Map<String, String> pairs, boolean includeTemplates) {}

    private Manifests() {}

    private static YAMLMapper strictMapper() {
        var mapper = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    // The model collects what it does not know in a map; here it is refused.
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        // The API server takes no number or truth value for a text; Jackson would.
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    static Kustomization kustomization(Path base) {
        try {
            return YAML.readValue(Files.readString(base.resolve("kustomization.yaml")), Kustomization.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What {@code kubectl apply -k} would send. */
    static List<HasMetadata> rendered(Path base) {
        var kustomization = kustomization(base);
        List<HasMetadata> resources = new ArrayList<>();
        for (String file : kustomization.resources()) {
            try {
                resources.addAll(parsed(Files.readString(base.resolve(file))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        resources.forEach(resource -> {
            if (!(resource instanceof Namespace)) {
                resource.getMetadata().setNamespace(kustomization.namespace());
            }
            kustomization.labels().forEach(labels -> label(resource, labels));
        });
        return resources;
    }

    private static void label(HasMetadata resource, Labels labels) {
        resource.getMetadata().setLabels(union(resource.getMetadata().getLabels(), labels.pairs()));
        if (labels.includeTemplates() && resource instanceof Deployment deployment) {
            var pod = deployment.getSpec().getTemplate().getMetadata();
            pod.setLabels(union(pod.getLabels(), labels.pairs()));
        }
    }

    private static Map<String, String> union(Map<String, String> present, Map<String, String> added) {
        Map<String, String> both = new HashMap<>(present);
        both.putAll(added);
        return both;
    }

    /** Every document of {@code yaml}; a kind, a field or a type that Kubernetes does not know is an exception. */
    static List<HasMetadata> parsed(String yaml) throws IOException {
        List<HasMetadata> resources = new ArrayList<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                resources.add(resource(documents.next()));
            }
        }
        return resources;
    }

    private static HasMetadata resource(JsonNode document) throws JsonProcessingException {
        String kind = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("not a kind that the base uses: " + kind);
        }
        return YAML.treeToValue(document, KINDS.get(kind));
    }
}
