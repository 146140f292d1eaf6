package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Deleting a model takes everything with it that was made for it, and nothing else is needed. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class DeletionTest {
  private static final List<String> KINDS =
      List.of("mrev", "httproutes", "deployments", "services", "configmaps", "pods");

  @Test
  void aModelDeletedInMidTrialLeavesNothing(Playground playground) {
    playground.serveStable();
    var model = playground.model();
    model.apply(playground.manifest("better"));
    var trial =
        model.await("traffic on the candidate", Playground.LONG, it -> it.candidateWeight() > 0);
    assertThat(trial.object().at("/metadata/finalizers").isMissingNode()).isTrue();

    model.delete();

    for (var kind : KINDS) {
      var left =
          playground
              .cluster()
              .kubectl(
                  "-n",
                  playground.namespace(),
                  "wait",
                  "--for=delete",
                  kind,
                  "-l",
                  "regularizer.dev/model=digits",
                  "--timeout=" + Duration.ofSeconds(90).toSeconds() + "s")
              .run();
      assertThat(left.succeeded()).as("%s: %s", kind, left.output()).isTrue();
    }
    playground
        .cluster()
        .client()
        .pods()
        .inNamespace(playground.namespace())
        .informOnCondition(List::isEmpty)
        .orTimeout(90, TimeUnit.SECONDS)
        .join();
  }
}
