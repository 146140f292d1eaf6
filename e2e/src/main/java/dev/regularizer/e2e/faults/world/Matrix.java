package dev.regularizer.e2e.faults.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regularizer.core.counting.TelemetryContract;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Samples in the words of Prometheus' HTTP API. */
final class Matrix {
  private static final long OLD = 600;

  private Matrix() {}

  /**
   * A range of raw samples.
   *
   * @param workloads names of Deployments, as alternatives of a regular expression
   * @param from in milliseconds, exclusive
   * @param to in milliseconds, inclusive
   */
  record Query(String namespace, String workloads, long from, long to) {
    boolean asksFor(String pod) {
      return pod.matches("(" + workloads + ")-[a-z0-9]+-[a-z0-9]+");
    }
  }

  static String text(Traffic traffic, Query query, Answer how) {
    var answer = JsonNodeFactory.instance.objectNode().put("status", "success");
    if (how == Answer.WARNING) {
      answer.withArray("/warnings").add("some data may be missing");
    }
    var result = answer.withObject("/data").put("resultType", "matrix").withArray("/result");
    if (how != Answer.EMPTY) {
      for (var pod : traffic.pods(query.namespace())) {
        var scrapes = traffic.scrapes(query.namespace(), pod).between(query.from(), query.to());
        if (query.asksFor(pod) && !scrapes.isEmpty()) {
          series(result, query, pod, scrapes, how);
        }
      }
    }
    return answer.toString();
  }

  private static void series(
      ArrayNode result, Query query, String pod, List<Scrapes.Scrape> scrapes, Answer how) {
    for (int copy = 0; copy < (how == Answer.TWICE ? 2 : 1); copy++) {
      one(result, query, pod, TelemetryContract.SERVED, scrapes, how, Scrapes.Scrape::served)
          .put("copy", String.valueOf(copy));
      one(result, query, pod, TelemetryContract.ERROR, scrapes, how, Scrapes.Scrape::failed)
          .put("copy", String.valueOf(copy));
    }
  }

  /** Adds a series; its labels. */
  private static ObjectNode one(
      ArrayNode result,
      Query query,
      String pod,
      String outcome,
      List<Scrapes.Scrape> scrapes,
      Answer how,
      ToDoubleFunction<Scrapes.Scrape> value) {
    var series = result.addObject();
    var labels =
        series
            .withObject("/metric")
            .put("__name__", TelemetryContract.PREDICTIONS)
            .put("namespace", query.namespace())
            .put("pod", pod)
            .put("instance", pod + ":8080")
            .put("job", "models")
            .put(TelemetryContract.OUTCOME, outcome);
    var values = series.withArray("/values");
    for (var scrape : scrapes) {
      var second = how == Answer.OLD ? scrape.second() - OLD : scrape.second();
      values.addArray().add(second).add(word(value.applyAsDouble(scrape), how));
    }
    return labels;
  }

  private static String word(double value, Answer how) {
    return switch (how) {
      case NAN -> "NaN";
      case INFINITE -> "+Inf";
      default -> Double.toString(value);
    };
  }
}
