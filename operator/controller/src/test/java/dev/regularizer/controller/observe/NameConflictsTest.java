package dev.regularizer.controller.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.controller.observe.NameConflicts.Taken;
import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.Service;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NameConflictsTest {
  private static final ModelKey MODEL = new ModelKey("vision", "ic");
  private static final Taken TAKEN = new Taken(Service.class, "classifier");

  private Instant now = Instant.EPOCH;
  private final NameConflicts conflicts = new NameConflicts(() -> now);

  @Test
  void aConflictIsLookedAtAgainAfterAWhile() {
    conflicts.note(MODEL, TAKEN, "Service classifier, owned by nobody");
    assertThat(conflicts.knows(MODEL, TAKEN)).isTrue();
    assertThat(conflicts.of(MODEL)).containsExactly("Service classifier, owned by nobody");
    assertThat(conflicts.due(MODEL)).isEmpty();
    now = now.plus(NameConflicts.RECHECK).plusMillis(1);
    assertThat(conflicts.due(MODEL)).containsExactly(TAKEN);
    conflicts.resolved(MODEL, TAKEN);
    assertThat(conflicts.of(MODEL)).isEmpty();
  }

  @Test
  void modelsDoNotShareConflictsAndDeletedOnesHaveNone() {
    conflicts.note(MODEL, TAKEN, "Service classifier, owned by nobody");
    assertThat(conflicts.of(new ModelKey("vision", "other"))).isEmpty();
    conflicts.forget(MODEL);
    assertThat(conflicts.knows(MODEL, TAKEN)).isFalse();
  }
}
