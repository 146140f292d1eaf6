package dev.regularizer.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What people order is done, answered and served through. */
@LocalCluster
@ResourceLock(value = Shared.PROMETHEUS, mode = ResourceAccessMode.READ)
@ResourceLock(value = Shared.OPERATOR, mode = ResourceAccessMode.READ)
class CommandsTest {

  @Test
  void aTrialIsHeldResumedAbortedAndRetried(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    var stable = model.view().stable();
    model.apply(playground.manifest("better"));
    var candidate =
        model
            .await("traffic on the candidate", Playground.LONG, it -> it.candidateWeight() > 0)
            .candidate()
            .orElseThrow();
    var first = model.view().token().orElseThrow();

    assertThat(DocumentedCommand.give(playground, "hold").answer()).hasValue("Done");
    model.await("a hold", Playground.LONG, it -> it.hasReason("HeldByCommand"));
    var stale = first.replaceFirst("\\.[0-9]+\\.", ".99.");
    assertThat(DocumentedCommand.give(playground, "abort", stale).answer()).hasValue("StaleToken");
    assertThat(model.view().candidate()).hasValue(candidate);
    assertThat(DocumentedCommand.give(playground, "resume").answer()).hasValue("Done");
    model.await("the end of the hold", Playground.LONG, it -> !it.hasReason("HeldByCommand"));

    assertThat(DocumentedCommand.give(playground, "abort").answer()).hasValue("Done");
    model.await("stable alone", Playground.LONG, it -> it.phase().equals("RolledBack"));
    assertThat(model.revision(candidate).outcome()).isEqualTo("Aborted");
    assertThat(model.view().stable()).isEqualTo(stable);

    assertThat(DocumentedCommand.give(playground, "retry").answer()).hasValue("Done");
    var seen = model.awaitUpToDate(Playground.LONG);
    assertThat(seen.stable()).hasValue(candidate);
    assertThat(traffic.stop().failed()).isZero();
  }

  @Test
  void peopleStartATrialAndMakeItsRevisionStable(Playground playground) {
    var traffic = playground.serveStable();
    var model = playground.model();
    model.apply(
        playground
            .manifest("better")
            .with("/spec/rollout/approvals", "[BeforeStart, BeforePromotion]"));
    var candidate =
        model
            .await("a question", Playground.LONG, it -> it.phase().equals("AwaitingApproval"))
            .candidate()
            .orElseThrow();
    assertThat(pods(playground, candidate)).as("pods before anybody said yes").isZero();

    assertThat(DocumentedCommand.give(playground, "approve").answer()).hasValue("Done");
    model.await(
        "the second question",
        Playground.LONG,
        it -> it.phase().equals("AwaitingApproval") && it.candidateWeight() == 50);
    assertThat(DocumentedCommand.give(playground, "approve").answer()).hasValue("Done");

    assertThat(model.awaitUpToDate(Playground.LONG).stable()).hasValue(candidate);
    assertThat(traffic.stop().failed()).isZero();
  }

  private static int pods(Playground playground, String revision) {
    var hash = revision.substring(revision.lastIndexOf('-') + 1);
    return playground
        .cluster()
        .client()
        .pods()
        .inNamespace(playground.namespace())
        .withLabel("regularizer.dev/revision", hash)
        .list()
        .getItems()
        .size();
  }
}
