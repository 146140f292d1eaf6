package dev.regularizer.controller.admission;

import static org.awaitility.Awaitility.await;

import dev.regularizer.core.command.Command;
import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.rbac.PolicyRuleBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A namespace with one model in which the chart's policy of commands is in force. */
final class PolicedNamespace implements AutoCloseable {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ".")).resolve("../..").normalize();
  private static final Path RENDERED = ROOT.resolve("e2e/chart/golden/all-namespaces.yaml");
  private static final Path CRD = ROOT.resolve("crds/regularizedmodels.regularizer.dev.yaml");
  private static final Path MODEL = ROOT.resolve("samples/minimal.yaml");

  private final String name = "policed-" + UUID.randomUUID().toString().substring(0, 8);
  private final KubernetesClient admin =
      new KubernetesClientBuilder().withConfig(Config.autoConfigure(null)).build();
  private final Map<String, KubernetesClient> users = new HashMap<>();
  private final KubernetesSerialization yaml = admin.getKubernetesSerialization();
  private final boolean addedCrd;

  PolicedNamespace() {
    var crd = yaml.unmarshal(read(CRD), CustomResourceDefinition.class);
    addedCrd = admin.resource(crd).get() == null;
    admin.resource(crd).fieldManager("policy-test").forceConflicts().serverSideApply();
    admin.resource(crd).waitUntilCondition(PolicedNamespace::established, 30, TimeUnit.SECONDS);
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
    admin.resource(policy()).create();
    admin.resource(binding()).create();
    var model = yaml.unmarshal(read(MODEL), RegularizedModel.class);
    await()
        .ignoreExceptionsMatching(
            it -> it instanceof KubernetesClientException early && early.getCode() == 404)
        .until(() -> admin.resource(model).inNamespace(name).create() != null);
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> given(admin, "not a command").isPresent());
  }

  /** What a user may do with models here. */
  void allow(String user, String... verbs) {
    var role = user + "-role";
    admin
        .resource(
            new RoleBuilder()
                .withNewMetadata()
                .withNamespace(name)
                .withName(role)
                .endMetadata()
                .withRules(
                    new PolicyRuleBuilder()
                        .withApiGroups("regularizer.dev")
                        .withResources("regularizedmodels")
                        .withVerbs(verbs)
                        .build())
                .build())
        .create();
    admin
        .resource(
            new RoleBindingBuilder()
                .withNewMetadata()
                .withNamespace(name)
                .withName(role)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", role)
                .addNewSubject("rbac.authorization.k8s.io", "User", user, null)
                .build())
        .create();
  }

  /** What the server says to a command of somebody who may do everything; empty: accepted. */
  Optional<String> given(String text) {
    return given(admin, text);
  }

  /** What the server says to a command of a user; nothing is stored. */
  Optional<String> given(String user, String text) {
    return given(users.computeIfAbsent(user, this::client), text);
  }

  private Optional<String> given(KubernetesClient client, String text) {
    try {
      model(client)
          .dryRun(true)
          .edit(model -> {
            model.getMetadata().setAnnotations(Map.of(Command.ANNOTATION, text));
            return model;
          });
      return Optional.empty();
    } catch (KubernetesClientException refused) {
      return Optional.of(refused.getStatus().getMessage());
    }
  }

  private Resource<RegularizedModel> model(KubernetesClient client) {
    return client.resources(RegularizedModel.class).inNamespace(name).withName("image-classifier");
  }

  private KubernetesClient client(String user) {
    var config = new ConfigBuilder(Config.autoConfigure(null)).withImpersonateUsername(user);
    return new KubernetesClientBuilder().withConfig(config.build()).build();
  }

  private ValidatingAdmissionPolicy policy() {
    var policy = rendered("ValidatingAdmissionPolicy", ValidatingAdmissionPolicy.class);
    policy.getMetadata().setName(name);
    return policy;
  }

  private ValidatingAdmissionPolicyBinding binding() {
    return rendered("ValidatingAdmissionPolicyBinding", ValidatingAdmissionPolicyBinding.class)
        .edit()
        .editMetadata()
        .withName(name)
        .endMetadata()
        .editSpec()
        .withPolicyName(name)
        .withNewMatchResources()
        .withNewNamespaceSelector()
        .addToMatchLabels("kubernetes.io/metadata.name", name)
        .endNamespaceSelector()
        .endMatchResources()
        .endSpec()
        .build();
  }

  /** The object of a kind that the chart renders for commands. */
  private <T> T rendered(String kind, Class<T> type) {
    var found =
        Arrays.stream(read(RENDERED).split("(?m)^---$"))
            .filter(it -> it.contains("\nkind: " + kind + "\n"))
            .filter(it -> it.contains("-commands\n"))
            .toList();
    if (found.size() != 1) {
      throw new IllegalStateException(RENDERED + " holds " + found.size() + " of " + kind);
    }
    return yaml.unmarshal(found.getFirst(), type);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean established(@Nullable CustomResourceDefinition crd) {
    return crd != null
        && crd.getStatus() != null
        && crd.getStatus().getConditions().stream()
            .anyMatch(it -> it.getType().equals("Established") && it.getStatus().equals("True"));
  }

  @Override
  public void close() {
    users.values().forEach(KubernetesClient::close);
    for (var object : List.of(binding(), policy())) {
      admin.resource(object).delete();
    }
    model(admin).delete();
    admin.namespaces().withName(name).delete();
    if (addedCrd) {
      admin.resource(yaml.unmarshal(read(CRD), CustomResourceDefinition.class)).delete();
    }
    admin.close();
  }
}
