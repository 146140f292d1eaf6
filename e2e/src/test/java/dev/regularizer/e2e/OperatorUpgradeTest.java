package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.model.RevisionView;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A new operator finishes what the old one began. Its image is built from the same sources with one
 * more label in what is rendered (see build_next_image).
 */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(Shared.OPERATOR)
class OperatorUpgradeTest {
  private static final String NEW_LABEL = "app.kubernetes.io/part-of";

  @Test
  void inMidRolloutStartsNothingAndChangesNoDeployment(Playground playground, Operator operator) {
    var traffic = playground.serveStable();
    var model = playground.model();
    model.apply(playground.manifest("better"));
    model.await("traffic on the candidate", Playground.LONG, it -> it.candidateWeight() > 0);
    var before = deployments(playground);

    operator.install("--set", "image.tag=next");
    try {
      assertThat(operator.pods())
          .filteredOn(pod -> pod.getMetadata().getDeletionTimestamp() == null)
          .isNotEmpty()
          .allMatch(pod -> pod.getSpec().getContainers().getFirst().getImage().endsWith(":next"));
      var baking = model.await("Baking", Playground.LONG, it -> it.phase().equals("Baking"));

      assertThat(deployments(playground)).isEqualTo(before);
      assertThat(model.revisions())
          .extracting(RevisionView::outcome)
          .containsExactly("Installed", "Promoted");
      assertThat(baking.stable()).hasValue(model.revisions().getLast().name());
      assertThat(before).hasSize(2);

      // What it renders anew has the label: the upgrade really was one.
      model.apply(playground.manifest("strict"));
      model.await("a third revision's trial", Playground.LONG, it -> it.candidateWeight() > 0);
      assertThat(model.revisions()).hasSize(3);
      var third =
          Objects.requireNonNull(
              deployments(playground).get(model.revisions().getLast().name()),
              "the Deployment of the third revision");
      assertThat(third.getMetadata().getLabels()).containsKey(NEW_LABEL);
      assertThat(third.getSpec().getTemplate().getMetadata().getLabels()).containsKey(NEW_LABEL);
      assertThat(traffic.stop().failed()).isZero();
    } finally {
      operator.install();
    }
  }

  /** All Deployments of the namespace without what the cluster itself writes into them. */
  private static Map<String, Deployment> deployments(Playground playground) {
    var found = new TreeMap<String, Deployment>();
    for (var deployment :
        playground
            .cluster()
            .client()
            .apps()
            .deployments()
            .inNamespace(playground.namespace())
            .list()
            .getItems()) {
      found.put(
          deployment.getMetadata().getName(),
          new DeploymentBuilder(deployment)
              .editMetadata()
              .withResourceVersion(null)
              .withManagedFields()
              .endMetadata()
              .withStatus(null)
              .build());
    }
    return found;
  }
}
