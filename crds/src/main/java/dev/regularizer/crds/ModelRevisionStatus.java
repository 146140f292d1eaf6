package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.attempt.AttemptStatus;
import dev.regularizer.crds.attempt.DecisionStatus;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import dev.regularizer.crds.schema.Word;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a revision. */
@Wire
public record ModelRevisionStatus(
    @JsonPropertyDescription("What it is right now: Candidate, Stable, Previous or Retired.") @Word
        @Nullable String role,
    @JsonPropertyDescription(
            "How its last attempt ended: Installed, Promoted, RolledBack, Aborted, Reverted,"
                + " Superseded, NotReady, Inconclusive or Refused; absent while it runs.")
        @Word
        @Nullable String outcome,
    @JsonPropertyDescription("The last 3 attempts, oldest first.") @Size(max = 3)
        List<AttemptStatus> attempts,
    @JsonPropertyDescription("The last 20 transitions, oldest first.") @Size(max = 20)
        List<DecisionStatus> decisions) {
  /** Absent lists are empty. */
  public ModelRevisionStatus {
    attempts = Lists.orEmpty(attempts);
    decisions = Lists.orEmpty(decisions);
  }
}
