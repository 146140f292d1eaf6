package dev.regularizer.controller.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnWritesTest {
  private Instant now = Instant.EPOCH;
  private final OwnWrites<ConfigMap> writes = new OwnWrites<>(() -> now);

  private static ConfigMap map(String name, int version) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace("n")
        .withName(name)
        .withResourceVersion(Integer.toString(version))
        .endMetadata()
        .build();
  }

  private Optional<ConfigMap> newest(Optional<ConfigMap> watched) {
    return writes.newest("n", "a", watched);
  }

  @Test
  void theNewerOfWatchAndWriteCounts() {
    writes.wrote(map("a", 5));
    assertThat(newest(Optional.of(map("a", 4)))).contains(map("a", 5));
    assertThat(newest(Optional.of(map("a", 6)))).contains(map("a", 6));
    assertThat(newest(Optional.of(map("a", 4))))
        .as("forgotten once caught up")
        .contains(map("a", 4));
  }

  @Test
  void versionsAreNumbersNotTexts() {
    writes.wrote(map("a", 10));
    assertThat(newest(Optional.of(map("a", 9)))).contains(map("a", 10));
  }

  @Test
  void whatWasCreatedIsThereAtOnce() {
    writes.wrote(map("a", 5));
    assertThat(newest(Optional.empty())).contains(map("a", 5));
    assertThat(writes.newest(List.of(map("b", 2)), any -> true))
        .containsExactly(map("b", 2), map("a", 5));
    assertThat(writes.newest(List.of(map("b", 2)), any -> false)).containsExactly(map("b", 2));
  }

  @Test
  void whatWasDeletedIsGoneAtOnceUnlessItIsMadeAgain() {
    writes.deleted(map("a", 5));
    assertThat(newest(Optional.of(map("a", 5)))).isEmpty();
    assertThat(writes.newest(List.of(map("a", 5)), any -> true)).isEmpty();
    assertThat(newest(Optional.of(map("a", 9)))).contains(map("a", 9));
  }

  @Test
  void aWriteTheWatchNeverDeliversIsForgotten() {
    writes.wrote(map("a", 5));
    now = now.plusSeconds(11);
    assertThat(newest(Optional.empty())).isEmpty();
  }
}
