package dev.regularizer.e2e.demo;

import dev.regularizer.e2e.cluster.ClusterOptions;
import dev.regularizer.e2e.cluster.ObjectName;
import java.nio.file.Path;

/**
 * The command line of the demo.
 *
 * @param repository root of the source tree: chart, manifests, models
 * @param output where the results are written as JSON
 * @param requestsPerSecond for each model
 * @param keep whether models and namespace stay when the demo ends
 */
public record DemoOptions(
    ClusterOptions cluster, Path repository, Path output, double requestsPerSecond, boolean keep) {

  /** Reads the command line; what it does not say has the values that fit the local cluster. */
  public static DemoOptions parse(String... arguments) {
    var options =
        new DemoOptions(ClusterOptions.local(), Path.of(""), Path.of("demo.json"), 50, false);
    for (int i = 0; i < arguments.length; i++) {
      var option = arguments[i];
      if (option.equals("--keep")) {
        options = options.keeping();
        continue;
      }
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            option.startsWith("--") ? option + " needs a value" : unknown(option));
      }
      options = options.with(option, arguments[++i]);
    }
    return options;
  }

  private DemoOptions with(String option, String value) {
    return switch (option) {
      case "--context" -> in(cluster.withContext(value));
      case "--gateway" -> in(cluster.withGateway(ObjectName.parse(value)));
      case "--prometheus-url" -> in(cluster.withPrometheusUrl(value));
      case "--prometheus-deployment" -> in(cluster.withPrometheusWorkload(ObjectName.parse(value)));
      case "--images" -> in(cluster.withImages(value));
      case "--repository" ->
          new DemoOptions(cluster, Path.of(value), output, requestsPerSecond, keep);
      case "--output" ->
          new DemoOptions(cluster, repository, Path.of(value), requestsPerSecond, keep);
      case "--rate" -> new DemoOptions(cluster, repository, output, rate(value), keep);
      default -> throw new IllegalArgumentException(unknown(option));
    };
  }

  private static double rate(String value) {
    try {
      double rate = Double.parseDouble(value);
      if (rate >= 1 && rate <= 1000) {
        return rate;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(badRate(value), e);
    }
    throw new IllegalArgumentException(badRate(value));
  }

  private static String badRate(String value) {
    return "--rate is '%s'; give requests per second and model, 1 to 1000".formatted(value);
  }

  private static String unknown(String option) {
    return ("unknown option '%s'; allowed are --context, --gateway, --prometheus-url,"
            + " --prometheus-deployment, --images, --rate, --output and --keep")
        .formatted(option);
  }

  private DemoOptions in(ClusterOptions other) {
    return new DemoOptions(other, repository, output, requestsPerSecond, keep);
  }

  private DemoOptions keeping() {
    return new DemoOptions(cluster, repository, output, requestsPerSecond, true);
  }
}
