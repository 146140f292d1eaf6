package dev.regularizer.controller.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.regularizer.controller.cache.ObjectCache;
import dev.regularizer.controller.traffic.RouteRenderer;
import dev.regularizer.controller.traffic.TrafficSpec;
import dev.regularizer.controller.workload.Labels;
import dev.regularizer.controller.workload.Owner;
import dev.regularizer.controller.workload.PodTemplate;
import dev.regularizer.controller.workload.RevisionTemplate;
import dev.regularizer.controller.workload.Server;
import dev.regularizer.controller.workload.WorkloadRenderer;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReferenceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writing against a real API server; needs KUBECONFIG. */
@Tag("api-server")
class ApplierOnApiServerTest {
  private final KubernetesClient client =
      new KubernetesClientBuilder().withConfig(Config.autoConfigure(null)).build();
  private final String namespace = "applier-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> writes = new ArrayList<>();
  private final Applier applier =
      new Applier(client, (kind, verb, result) -> writes.add(kind + " " + verb + " " + result));
  private final WorkloadRenderer renderer =
      new WorkloadRenderer(client.getKubernetesSerialization());
  private final LiveCache<Deployment> deployments = new LiveCache<>(client, Deployment.class);
  private final LiveCache<Service> services = new LiveCache<>(client, Service.class);
  private final LiveCache<HTTPRoute> routes = new LiveCache<>(client, HTTPRoute.class);
  private Owner owner = new Owner("v1", "ConfigMap", "ic", "");

  @BeforeEach
  void makeOwner() {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
    ConfigMap model =
        client
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withNamespace(namespace)
                    .withName("ic")
                    .endMetadata()
                    .build())
            .create();
    owner = new Owner("v1", "ConfigMap", "ic", model.getMetadata().getUid());
  }

  @AfterEach
  void remove() {
    client.namespaces().withName(namespace).delete();
    client.close();
  }

  private RevisionTemplate revision() {
    var json = JsonNodeFactory.instance;
    var pod = json.objectNode();
    pod.withArray("/spec/containers")
        .addObject()
        .put("name", "model")
        .put("image", "registry.example.com/ic:1")
        .withObject("/resources/requests")
        .put("cpu", "0.5");
    var server = new Server(8080, 8080, false, null);
    return new RevisionTemplate(
        namespace,
        "ic",
        "ic-aaa",
        "1",
        server,
        List.of(),
        new PodTemplate(pod).render("ic-aaa", Labels.ofRevision("ic", "aaa", "1"), server));
  }

  private void deploy(int replicas) throws StaleReadException, NameTakenException {
    deploy(replicas, deployments);
  }

  private void deploy(int replicas, ObjectCache<Deployment> cache)
      throws StaleReadException, NameTakenException {
    applier.apply(
        renderer.deployment(revision(), replicas, Duration.ofMinutes(10), owner),
        cache,
        owner,
        Applier.Mode.DEPLOYMENT,
        Fence.NONE);
  }

  private Deployment deployed() {
    return deployments.find(namespace, "ic-aaa").orElseThrow();
  }

  private void patch(Deployment deployment, String json) {
    client.resource(deployment).patch(PatchContext.of(PatchType.JSON_MERGE), json);
  }

  @Test
  void nothingIsWrittenTwice() throws StaleReadException, NameTakenException {
    deploy(2);
    deploy(2);
    new Applier(client, (kind, verb, result) -> writes.add("second process: " + kind))
        .apply(
            renderer.deployment(revision(), 2, Duration.ofMinutes(10), owner),
            deployments,
            owner,
            Applier.Mode.DEPLOYMENT,
            Fence.NONE);
    assertThat(writes).containsExactly("Deployment create changed");
  }

  @Test
  void aForeignEditOfOurFieldsIsRepairedAndOtherFieldsStay()
      throws StaleReadException, NameTakenException {
    deploy(2);
    patch(
        deployed(),
        """
        {"metadata":{"annotations":{"note":"mine"}},
         "spec":{"replicas":7,
                 "template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"now"}}}}}
        """);
    deploy(2);
    var repaired = deployed();
    assertThat(repaired.getSpec().getReplicas()).isEqualTo(2);
    assertThat(repaired.getMetadata().getAnnotations()).containsEntry("note", "mine");
    assertThat(repaired.getSpec().getTemplate().getMetadata().getAnnotations())
        .containsEntry("kubectl.kubernetes.io/restartedAt", "now");
    assertThat(writes).containsExactly("Deployment create changed", "Deployment apply changed");
  }

  @Test
  void scalingDownReachesZero() throws StaleReadException, NameTakenException {
    deploy(2);
    deploy(0);
    assertThat(deployed().getSpec().getReplicas()).isZero();
  }

  @Test
  void whoReadThePastScalesNothing() throws StaleReadException, NameTakenException {
    deploy(1);
    var past = new PastCache<>(deployed());
    deploy(3);
    assertThatThrownBy(() -> deploy(2, past)).isInstanceOf(StaleReadException.class);
    assertThat(deployed().getSpec().getReplicas()).isEqualTo(3);
  }

  @Test
  void anObjectOfSomebodyElseIsLeftAlone() {
    var theirs =
        new ServiceBuilder()
            .withNewMetadata()
            .withNamespace(namespace)
            .withName("classifier")
            .endMetadata()
            .withNewSpec()
            .addNewPort()
            .withPort(1)
            .endPort()
            .endSpec()
            .build();
    Service before = client.resource(theirs).create();
    assertThatThrownBy(() ->
            applier.apply(
                renderer.stableService("classifier", 80, revision(), owner),
                services,
                owner,
                Applier.Mode.TRAFFIC,
                Fence.NONE))
        .isInstanceOf(NameTakenException.class)
        .hasMessage("Service classifier, owned by nobody");
    assertThat(client.resource(theirs).get()).isEqualTo(before);
  }

  @Test
  void anOwnerlessChildWithOurLabelsIsAdopted() throws StaleReadException, NameTakenException {
    var orphan = renderer.deployment(revision(), 2, Duration.ofMinutes(10), owner);
    orphan.getMetadata().setOwnerReferences(List.of());
    client.resource(orphan).create();
    deploy(2);
    assertThat(owner.owns(deployed())).isTrue();
  }

  @Test
  void aRouteLosesTheHostsItNoLongerHas() throws StaleReadException, NameTakenException {
    route(List.of("a.example.com", "b.example.com"));
    route(List.of());
    assertThat(routes.find(namespace, "ic").orElseThrow().getSpec().getHostnames()).isEmpty();
    route(List.of());
    assertThat(writes).containsExactly("HTTPRoute apply changed", "HTTPRoute apply changed");
  }

  private void route(List<String> hosts) throws StaleReadException, NameTakenException {
    var traffic =
        new TrafficSpec(
            List.of(new ParentReferenceBuilder().withName("public").build()),
            hosts,
            List.of(),
            null);
    applier.apply(
        RouteRenderer.render(
            new ModelKey(namespace, "ic"),
            traffic,
            Map.of("ic-aaa", 100),
            List.of(revision()),
            null,
            owner),
        routes,
        owner,
        Applier.Mode.TRAFFIC,
        Fence.NONE);
  }

  @Test
  void removingNeedsTheVeryObjectThatWasSeen() throws StaleReadException, NameTakenException {
    deploy(2);
    var seen = deployed();
    patch(seen, "{\"metadata\":{\"annotations\":{\"note\":\"newer\"}}}");
    assertThatThrownBy(() -> Remover.delete(client, seen))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("409");
    Remover.delete(client, deployed());
    assertThat(deployments.find(namespace, "ic-aaa")).isEmpty();
  }
}
