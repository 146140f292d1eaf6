package dev.regularizer.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.Repository;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.ClusterOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad, good, bad, good: what a malformed request is told, and that it harms nothing. */
@Tag("api-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputOnApiServerTest {
  private final Cluster cluster = Cluster.connect(ClusterOptions.local());
  private final BadInputRun run;

  BadInputOnApiServerTest() {
    run =
        BadInputRun.start(
            cluster, "badinput-" + UUID.randomUUID().toString().substring(0, 8), Repository.root());
  }

  @AfterAll
  void close() {
    try (cluster) {
      run.close();
    }
  }

  static List<BadCase> cases() {
    return BadGroup.all().stream().flatMap(group -> group.cases().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isSaidClearlyAndHarmsNothing(BadCase bad) {
    var result = run.play(bad);
    assertThat(result.problem()).as(result.toString()).isEmpty();
    assertThat(run.strangeLines()).isEmpty();
  }

  static Set<Map.Entry<String, String>> texts() {
    return HostileTexts.read().texts().entrySet();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aHostileTextIsRefusedOrKeptAsItIs(Map.Entry<String, String> text) {
    assertThat(run.play(text.getKey(), text.getValue()))
        .allSatisfy(result -> assertThat(result.problem()).as(result.toString()).isEmpty());
    assertThat(run.strangeLines()).isEmpty();
  }
}
