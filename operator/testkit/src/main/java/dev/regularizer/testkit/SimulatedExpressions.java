package dev.regularizer.testkit;

import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.counting.ArmSelector;
import dev.regularizer.core.counting.Expression;
import dev.regularizer.core.counting.RawSeries;
import dev.regularizer.core.effect.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Answers the expressions of policies. It understands none: every one gives the mean queue of a
 * Deployment's pods.
 */
final class SimulatedExpressions {
  private final List<RawSeries> answered = new ArrayList<>();
  private boolean refusing;

  /** Queues of the pods of a Deployment at a time. */
  interface Queues {
    double[] of(String deployment, Instant until);
  }

  void refusing(boolean now) {
    refusing = now;
  }

  /** Every answer so far. */
  List<RawSeries> answered() {
    return List.copyOf(answered);
  }

  /** Values at the ends of the windows asked for. */
  List<RawSeries> answer(String namespace, Request.Samples request, Queues queues) {
    var deployment = request.revisions().getFirst();
    var window = request.policy().window();
    var ends = new ArrayList<Instant>();
    for (var end = request.cursor().plus(window);
        !end.isAfter(request.end());
        end = end.plus(window)) {
      ends.add(end);
    }
    var all = new ArrayList<RawSeries>();
    for (var sli : request.policy().slis()) {
      if (sli.kind() instanceof SliKind.Query(var template, _, _)) {
        var asked = Expression.of(template, ArmSelector.pods(namespace, deployment), window);
        all.addAll(
            refusing
                ? List.of(asked.refused("HTTP status 400 with 96 bytes", ends))
                : asked.answered(means(deployment, ends, queues)));
      }
    }
    answered.addAll(all);
    return all;
  }

  /** No series when there is no pod with a queue. */
  private static List<RawSeries> means(String deployment, List<Instant> ends, Queues queues) {
    var known = ends.stream().filter(end -> queues.of(deployment, end).length > 0).toList();
    return known.isEmpty()
        ? List.of()
        : List.of(
            RawSeries.of(
                "",
                new TreeMap<>(),
                known.stream().mapToLong(Instant::toEpochMilli).toArray(),
                known.stream()
                    .mapToDouble(
                        end -> Arrays.stream(queues.of(deployment, end)).average().orElseThrow())
                    .toArray()));
  }
}
