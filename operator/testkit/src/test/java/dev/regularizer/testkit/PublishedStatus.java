package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.present.Condition;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.rollout.Reason;
import java.util.Objects;
import java.util.regex.Pattern;

/** A status as it was written, read as people and tools read it. */
final class PublishedStatus {
  private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z]*");

  private PublishedStatus() {}

  static void check(Decision decision) {
    var status = Objects.requireNonNull(decision.status(), "nothing was written");
    var what = status.phase().text() + " " + decision.reason() + " \"" + status.message() + "\"";
    assertThat(KStatus.of(status.observedGeneration(), status))
        .as("kstatus of " + what)
        .isEqualTo(Intended.of(status.phase(), reason(decision.reason(), status)));
    assertThat(KStatus.of(status.observedGeneration() + 1, status))
        .as("kstatus of " + what + ", while an edit was not seen yet")
        .isEqualTo(KStatus.IN_PROGRESS);
    assertThat(status.conditions())
        .extracting(Condition::type)
        .as("conditions of " + what)
        .containsExactly(Condition.Type.values());
    assertThat(status.conditions())
        .allSatisfy(one -> {
          assertThat(one.reason()).as(one.type() + " of " + what).matches(WORD);
          assertThat(one.observedGeneration()).isLessThanOrEqualTo(status.observedGeneration());
          assertThat(one.status() == Condition.Status.True || !one.message().isEmpty())
              .as(one.type() + " of " + what + " says why it is not True")
              .isTrue();
        });
    assertThat(trueOf(status, Condition.Type.Reconciling) && trueOf(status, Condition.Type.Stalled))
        .as("both Reconciling and Stalled: " + what)
        .isFalse();
  }

  /** An answer to a command leaves everything else as it was said for another reason. */
  private static Reason reason(Reason decided, ModelStatus status) {
    return decided != Reason.CommandAnswered
        ? decided
        : status.conditions().stream()
            .filter(one -> one.type() == Condition.Type.Ready)
            .map(one -> Reason.valueOf(one.reason()))
            .findFirst()
            .orElseThrow();
  }

  private static boolean trueOf(ModelStatus status, Condition.Type type) {
    return status.conditions().stream()
        .anyMatch(one -> one.type() == type && one.status() == Condition.Status.True);
  }
}
