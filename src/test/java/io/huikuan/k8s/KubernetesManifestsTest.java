package io.huikuan.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Kustomize base is what Kubernetes takes, its parts find each other, and the page beside it says what they need. */
class KubernetesManifestsTest {
    private static final Path BASE = Path.of("k8s", "base");
    private static final List<HasMetadata> RENDERED = Manifests.rendered(BASE);

    private static final Deployment DEPLOYMENT = only(Deployment.class);
    private static final PodSpec POD = DEPLOYMENT.getSpec().getTemplate().getSpec();
    private static final Container CONTAINER = POD.getContainers().getFirst();
    private static final Map<String, String> POD_LABELS =
            DEPLOYMENT.getSpec().getTemplate().getMetadata().getLabels();

    private static <T> T only(Class<T> kind) {
        var found = RENDERED.stream().filter(kind::isInstance).map(kind::cast).toList();
        assertThat(found).as(kind.getSimpleName()).hasSize(1);
        return found.getFirst();
    }

    @Test
    void everyFileOfTheBaseIsRendered() throws IOException {
        try (Stream<Path> files = Files.list(BASE)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals("kustomization.yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            Manifests.kustomization(BASE).resources());
        }
    }

    @Test
    void kubectlRendersTheSame() throws IOException, InterruptedException {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, "kubectl")))
                .as("kubectl is installed")
                .anyMatch(Files::isExecutable);
        var kubectl = new ProcessBuilder("kubectl", "kustomize", BASE.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kubectl.waitFor()).isZero();
        assertThat(Manifests.parsed(yaml)).containsExactlyInAnyOrderElementsOf(RENDERED);
    }

    @Test
    void aMisspeltFieldIsRefused() {
        assertThatThrownBy(() -> Manifests.parsed(
                        changed("deployment.yaml", "readOnlyRootFilesystem", "readOnlyRootFileSystem")))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        assertThatThrownBy(() ->
                        Manifests.parsed(changed("deployment.yaml", "  replicas: 2", "  replicas: 2\n  replicas: 3")))
                .hasRootCauseInstanceOf(JsonParseException.class)
                .hasMessageContaining("replicas");
    }

    @Test
    void aNumberInPlaceOfATextIsRefused() {
        assertThatThrownBy(() -> Manifests.parsed(changed("configmap.yaml", "\"20\"", "20")))
                .isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void aTextInPlaceOfANumberIsRefused() {
        assertThatThrownBy(() -> Manifests.parsed(changed("deployment.yaml", "replicas: 2", "replicas: two")))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> Manifests.parsed(changed("deployment.yaml", "apps/v1", "apps/v1beta1")))
                .hasMessageContaining("apps/v1beta1/Deployment");
    }

    private static String changed(String file, String from, String to) throws IOException {
        var yaml = Files.readString(BASE.resolve(file));
        assertThat(yaml).contains(from);
        return yaml.replace(from, to);
    }

    @Test
    void selectorsFindThePods() {
        assertThat(POD_LABELS)
                .containsAllEntriesOf(DEPLOYMENT.getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(only(Service.class).getSpec().getSelector())
                .containsAllEntriesOf(
                        only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .containsAllEntriesOf(
                        only(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels());
        assertThat(POD.getTopologySpreadConstraints())
                .isNotEmpty()
                .allSatisfy(spread -> assertThat(POD_LABELS)
                        .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels()));
    }

    @Test
    void theServiceAndTheProbesUseThePortOfTheContainer() {
        var names = CONTAINER.getPorts().stream().map(ContainerPort::getName).toList();
        assertThat(only(Service.class).getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .isSubsetOf(names)
                .isNotEmpty();
        assertThat(probes())
                .allSatisfy((path, probe) -> assertThat(names)
                        .as(path)
                        .contains(probe.getHttpGet().getPort().getStrVal()));
    }

    @Test
    void eachProbeAsksItsOwnQuestion() {
        assertThat(probes()).hasSize(3);
        assertThat(probes().get("/q/health/started")).isSameAs(CONTAINER.getStartupProbe());
        assertThat(probes().get("/q/health/ready")).isSameAs(CONTAINER.getReadinessProbe());
        assertThat(probes().get("/q/health/live")).isSameAs(CONTAINER.getLivenessProbe());
    }

    private static Map<String, Probe> probes() {
        return Stream.of(CONTAINER.getStartupProbe(), CONTAINER.getReadinessProbe(), CONTAINER.getLivenessProbe())
                .collect(Collectors.toMap(probe -> probe.getHttpGet().getPath(), Function.identity()));
    }

    @Test
    void aPodIsGivenTheTimeToDrain() {
        var pause = Duration.ofSeconds(
                CONTAINER.getLifecycle().getPreStop().getSleep().getSeconds());
        var drain = Duration.parse("PT" + only(ConfigMap.class).getData().get("QUARKUS_SHUTDOWN_TIMEOUT"));
        assertThat(pause.plus(drain)).isLessThan(Duration.ofSeconds(POD.getTerminationGracePeriodSeconds()));
    }

    @Test
    void onePodAtLeastStaysWhenNodesAreDrained() {
        var kept = only(PodDisruptionBudget.class).getSpec().getMinAvailable().getIntVal();
        assertThat(DEPLOYMENT.getSpec().getReplicas()).isGreaterThan(kept);
        assertThat(kept).isPositive();
    }

    @Test
    void thePodHasNoRightsThatItDoesNotNeed() {
        assertThat(POD.getServiceAccountName())
                .isEqualTo(only(ServiceAccount.class).getMetadata().getName());
        assertThat(only(ServiceAccount.class).getAutomountServiceAccountToken()).isFalse();
        assertThat(POD.getAutomountServiceAccountToken()).isFalse();
        assertThat(POD.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(POD.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        var security = CONTAINER.getSecurityContext();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getPrivileged()).isFalse();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
        assertThat(CONTAINER.getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(VolumeMount::getMountPath)
                .containsExactly("/tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpu", "memory", "ephemeral-storage"})
    void whatAReplicaTakesIsBounded(String resource) {
        var requests = CONTAINER.getResources().getRequests();
        var limits = CONTAINER.getResources().getLimits();
        assertThat(limits.get(resource).getNumericalAmount())
                .isGreaterThanOrEqualTo(requests.get(resource).getNumericalAmount());
    }

    @Test
    void theImageHasAVersion() {
        assertThat(CONTAINER.getImage()).matches("huikuan:\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void nothingStartsWithoutItsSecrets() {
        assertThat(secretKeys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.getOptional()).isFalse());
        assertThat(secretVolumes()).isNotEmpty().allSatisfy(volume -> {
            assertThat(volume.getSecret().getOptional()).isFalse();
            assertThat(volume.getSecret().getItems()).isNotEmpty();
        });
        assertThat(CONTAINER.getEnvFrom()).singleElement().satisfies(source -> {
            assertThat(source.getConfigMapRef().getOptional()).isFalse();
            assertThat(source.getConfigMapRef().getName())
                    .isEqualTo(only(ConfigMap.class).getMetadata().getName());
        });
    }

    @Test
    void filesThatVariablesNameAreMounted() {
        var mounted = CONTAINER.getVolumeMounts().stream()
                .flatMap(mount -> secretVolumes().stream()
                        .filter(volume -> volume.getName().equals(mount.getName()))
                        .flatMap(volume -> volume.getSecret().getItems().stream())
                        .map(item -> mount.getMountPath() + "/" + item.getPath()));
        assertThat(CONTAINER.getEnv())
                .filteredOn(variable -> variable.getName().endsWith("_FILE"))
                .extracting(EnvVar::getValue)
                .containsExactlyInAnyOrderElementsOf(mounted.toList());
    }

    @Test
    void theProductListensToEveryVariableOfOurs() {
        var product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.huikuan");
        assertThat(CONTAINER.getEnv())
                .extracting(EnvVar::getName)
                .filteredOn(name -> name.startsWith("HUIKUAN_"))
                .isNotEmpty()
                .isSubsetOf(ConfiguredNames.in(product));
    }

    @Test
    void thePageNamesEverySecretAndVariable() throws IOException {
        var page = Files.readString(Path.of("k8s", "README.md"));
        assertThat(secretKeys())
                .allSatisfy(key -> assertThat(page).contains("| `%s` | `%s` |".formatted(key.getName(), key.getKey())));
        assertThat(secretVolumes())
                .allSatisfy(volume -> assertThat(volume.getSecret().getItems())
                        .allSatisfy(item -> assertThat(page)
                                .contains("| `%s` | `%s` |"
                                        .formatted(volume.getSecret().getSecretName(), item.getKey()))));
        assertThat(CONTAINER.getEnv())
                .extracting(EnvVar::getName)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void theContainerfileKeepsToWhatThePodAllows() throws IOException {
        var containerfile = Files.readString(Path.of("src", "main", "container", "Containerfile"));
        var user = POD.getSecurityContext();
        assertThat(containerfile)
                .contains("USER %d:%d".formatted(user.getRunAsUser(), user.getRunAsGroup()))
                .contains("EXPOSE " + CONTAINER.getPorts().getFirst().getContainerPort());
    }

    private static List<SecretKeySelector> secretKeys() {
        return CONTAINER.getEnv().stream()
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .map(source -> source.getSecretKeyRef())
                .toList();
    }

    private static List<Volume> secretVolumes() {
        return POD.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .toList();
    }
}
