package dev.regularizer.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.crds.RegularizedModel;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A command is worth a pass; what else is written beside the spec is not. */
class EventFiltersTest {

  private static RegularizedModel model(Map<String, String> annotations) {
    var model = new RegularizedModel();
    model.setMetadata(
        new ObjectMetaBuilder()
            .withName("ic")
            .withGeneration(1L)
            .withAnnotations(annotations)
            .build());
    return model;
  }

  private static RegularizedModel commanded(String command) {
    return model(Map.of("regularizer.dev/command", command));
  }

  @Test
  void aCommandGivenChangedOrTakenAwayCounts() {
    var none = model(Map.of());
    var abort = commanded("abort 7d9f8bxk2c.1.3");
    assertThat(EventFilters.model(abort, none)).isTrue();
    assertThat(EventFilters.model(commanded("hold 7d9f8bxk2c.1.3"), abort)).isTrue();
    assertThat(EventFilters.model(none, abort)).isTrue();
    assertThat(EventFilters.model(abort, commanded("abort 7d9f8bxk2c.1.3"))).isFalse();
  }

  @Test
  void otherAnnotationsDoNot() {
    var none = new RegularizedModel();
    none.setMetadata(new ObjectMetaBuilder().withName("ic").withGeneration(1L).build());
    assertThat(EventFilters.model(model(Map.of("team", "vision")), none)).isFalse();
  }
}
