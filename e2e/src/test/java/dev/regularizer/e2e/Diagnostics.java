package dev.regularizer.e2e;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.Operator;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a failed test leaves: objects, events, logs, the route, samples, the traffic's counts. */
record Diagnostics(Cluster cluster, Operator operator, String namespace, Path directory) {
  private static final String OBJECTS =
      "rmodel,mrev,httproutes,deployments,services,configmaps,pods";

  void write(Throwable failure, List<TrafficRun> traffic) {
    try {
      Files.createDirectories(directory);
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      Files.writeString(directory.resolve("failure.txt"), trace.toString());
      keep("objects.yaml", "get", OBJECTS, "-o", "yaml");
      keep("events.txt", "get", "events", "--sort-by=.lastTimestamp");
      keep("pods.log", "logs", "-l", "regularizer.dev/model", "--prefix", "--tail=200");
      Files.writeString(directory.resolve("operator.log"), operator.log());
      Files.writeString(directory.resolve("samples.json"), samples());
      var counts = new StringBuilder();
      traffic.forEach(run -> counts.append(run.totals()).append('\n'));
      Files.writeString(directory.resolve("traffic.txt"), counts.toString());
      System.err.println("diagnostics: " + directory.toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(String file, String... arguments) throws IOException {
    var words = new String[arguments.length + 2];
    words[0] = "-n";
    words[1] = namespace;
    System.arraycopy(arguments, 0, words, 2, arguments.length);
    Files.writeString(directory.resolve(file), cluster.kubectl(words).run().output());
  }

  /** The last five minutes of the models' counters, as Prometheus has them. */
  private String samples() {
    var prometheus = cluster.options().prometheusWorkload();
    return cluster
        .kubectl(
            "get",
            "--raw",
            "/api/v1/namespaces/%s/services/%s:9090/proxy/api/v1/query?query=%s"
                .formatted(
                    prometheus.namespace(),
                    prometheus.name(),
                    "%7B__name__%3D~%22model_.%2A_total%22%2Cnamespace%3D%22"
                        + namespace
                        + "%22%7D%5B5m%5D"))
        .run()
        .output();
  }
}
