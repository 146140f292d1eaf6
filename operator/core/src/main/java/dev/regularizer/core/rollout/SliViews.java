package dev.regularizer.core.rollout;

import dev.regularizer.core.present.Explanation;
import dev.regularizer.core.present.SliView;
import dev.regularizer.core.state.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The SLIs of an attempt with their sentences. */
public final class SliViews {
  private SliViews() {}

  /** While a trial runs with the time that what is missing will take by its plan. */
  static List<SliView> of(Situation situation, Attempt attempt) {
    return measured(attempt) ? new Outlook(situation, attempt).views() : over(attempt);
  }

  /** From the record alone, which has no plan: as if the weight stayed as it is. */
  public static List<SliView> recorded(Attempt attempt) {
    return measured(attempt)
        ? new Outlook(attempt, List.of(), Duration.ZERO).views()
        : over(attempt);
  }

  private static boolean measured(Attempt attempt) {
    return !attempt.ended() && !attempt.steps().isEmpty();
  }

  private static List<SliView> over(Attempt attempt) {
    var slis = attempt.policy().slis();
    var results = attempt.results();
    return IntStream.range(0, results.size())
        .mapToObj(i -> new SliView(results.get(i), Explanation.atEnd(slis.get(i), results.get(i))))
        .toList();
  }
}
