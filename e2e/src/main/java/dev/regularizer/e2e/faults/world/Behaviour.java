package dev.regularizer.e2e.faults.world;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Optional;

/**
 * How the pods of a revision behave; its pod template says it.
 *
 * @param ready whether they ever are
 * @param errors share of requests that fail, once the revision has the weight {@code from}
 */
public record Behaviour(boolean ready, double errors, int from) {
  /** Pod annotation: `never-ready`, or `errors=SHARE@WEIGHT`. */
  public static final String ANNOTATION = "faults.regularizer.dev/behaviour";

  private static final Behaviour GOOD = new Behaviour(true, 0, 0);

  static Behaviour of(Pod pod) {
    return Optional.ofNullable(pod.getMetadata().getAnnotations())
        .orElse(Map.of())
        .entrySet()
        .stream()
        .filter(entry -> entry.getKey().equals(ANNOTATION))
        .map(entry -> parse(entry.getValue()))
        .findFirst()
        .orElse(GOOD);
  }

  private static Behaviour parse(String text) {
    if (text.equals("never-ready")) {
      return new Behaviour(false, 0, 0);
    }
    var words = text.split("[=@]", -1);
    return new Behaviour(true, Double.parseDouble(words[1]), Integer.parseInt(words[2]));
  }

  double errors(int weight) {
    return weight >= from ? errors : 0;
  }
}
