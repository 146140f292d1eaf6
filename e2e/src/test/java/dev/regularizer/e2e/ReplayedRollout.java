package dev.regularizer.e2e;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The commands of `operator/docs/replay.md` that need a cluster, on a revision that was on trial
 * and the Prometheus that measured it: saving the record, and deciding again from it.
 */
final class ReplayedRollout {
  private ReplayedRollout() {}

  /** Decides the last attempt of a revision again; what the program printed and its exit code. */
  static Command.Result of(Playground playground, String revision) {
    try {
      var folder = Files.createTempDirectory("replay");
      var commands = Files.readString(Repository.root().resolve("operator/docs/replay.md"));
      var save = line(commands, "kubectl get modelrevision ");
      bash(
              folder,
              save.replaceFirst("ic-\\w+", revision)
                  .replace("--namespace vision", "--namespace " + playground.namespace()))
          .succeed();
      var replay = line(commands, "regularizer-operator replay ");
      return bash(
              folder,
              replay
                  .replace("regularizer-operator", program())
                  .replace("http://127.0.0.1:9090", prometheus(playground.cluster())))
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String text, String begin) {
    return text.lines().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  private static String program() {
    var jar =
        Repository.root().resolve("operator/controller/target/app/regularizer-controller-*.jar");
    return "'" + System.getProperty("java.home") + "/bin/java' -jar \"$(echo " + jar + ")\"";
  }

  private static String prometheus(Cluster cluster) {
    var name = cluster.options().prometheusWorkload();
    var service =
        cluster.client().services().inNamespace(name.namespace()).withName(name.name()).get();
    return "http://" + service.getSpec().getClusterIP() + ":9090";
  }

  private static Command bash(Path folder, String line) {
    return new Command(
        List.of("bash", "-euo", "pipefail", "-c", "cd '" + folder + "' && " + line),
        Duration.ofMinutes(1));
  }
}
