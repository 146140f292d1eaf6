package dev.regularizer.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.regularizer.e2e.LocalCluster;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Every command of the README, from top to bottom, on the cluster of the run. It runs after all
 * other tests, since it ends with the removal of the operator and the CRDs.
 */
@LocalCluster
@Isolated
class ReadmeCommandsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  @Timeout(900)
  void everyCommandDoesWhatTheReadmeSays(Cluster cluster) throws IOException {
    var demo = Files.createTempFile("demo", ".json");
    var ran = new ArrayList<String>();
    for (var command : Readme.read(ROOT.resolve("README.md")).commands()) {
      if (command.equals("e2e/test") || command.startsWith("./mvnw")) {
        continue; // this very run, and the push that e2e/image-test does with a real registry
      }
      var result = run(onThisCluster(command, context(cluster), demo));
      System.out.println("$ " + command + System.lineSeparator() + result.output());
      assertThat(result.status()).as("%s%n%s", command, result.output()).isZero();
      ran.add(command);
    }

    assertThat(ran).hasSizeGreaterThan(10);
    demoEndedAsItHasTo(new JsonMapper().readTree(demo.toFile()));
    assertThat(run("kubectl get crd -o name").output()).doesNotContain("regularizer.dev");
  }

  private static void demoEndedAsItHasTo(JsonNode results) {
    assertThat(results.path("problems")).isEmpty();
    assertThat(results.path("rollouts"))
        .extracting(rollout -> rollout.path("rollout").asText() + " " + outcome(rollout))
        .containsExactly(
            "better Promoted",
            "overconfident RolledBack calibration",
            "strict RolledBack rejections",
            "outage Promoted");
  }

  private static String outcome(JsonNode rollout) {
    return (rollout.path("outcome").asText() + " " + rollout.path("failingSli").asText("")).strip();
  }

  /** What a reader has of their own is replaced by what this run has. */
  private static String onThisCluster(String command, String context, Path demo) {
    return command
        .replace("registry.example.com/team/", "")
        .replaceAll("^e2e/demo", "e2e/demo --context " + context + " --output " + demo);
  }

  private static String context(Cluster cluster) {
    return cluster
        .options()
        .context()
        .orElseGet(() -> cluster.kubectl("config", "current-context").succeed().strip());
  }

  private static Command.Result run(String line) {
    var script = "cd '%s' && %s".formatted(ROOT, line);
    return new Command(List.of("bash", "-euo", "pipefail", "-c", script), Duration.ofMinutes(12))
        .run();
  }
}
