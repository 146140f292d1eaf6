package dev.regularizer.testkit;

import dev.regularizer.core.command.CommandRecord;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.effect.Request;
import dev.regularizer.core.history.HistoryPlan;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.state.Attempt;
import dev.regularizer.testkit.history.CommittedWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was seen and decided, one line a pass, for people. Passes that saw and decided the same as
 * the one before are left out; names of revisions are replaced by letters in the order they appear.
 */
public final class Transcript {
  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> letters = new HashMap<>();
  private final SimulatedHistory history = new SimulatedHistory();
  private final List<Decision> published = new ArrayList<>();
  private @Nullable Instant start;
  private String before = "";

  /** Begins with the row of the design that is shown. */
  public Transcript(String row) {
    lines.add("# " + row);
  }

  void note(Instant now, String what) {
    lines.add(time(now) + " ---- " + what);
  }

  void pass(Instant now, Observations seen, Decision decision) {
    history.passed(now, seen, decision);
    if (decision.status() != null) {
      published.add(decision);
    }
    var line = seen(seen) + " => " + decided(decision, seen.pointers().command());
    if (!line.equals(before)) {
      lines.add(time(now) + " " + line);
      before = line;
    }
  }

  /** Every decision that wrote the model's status, in order. */
  public List<Decision> published() {
    return List.copyOf(published);
  }

  /** What an API server would have committed. */
  public List<CommittedWrite> history() {
    return history.writes();
  }

  /** The whole transcript. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  private String time(Instant now) {
    if (start == null) {
      start = now;
    }
    return String.format("%7.1fs", Duration.between(start, now).toMillis() / 1000.0);
  }

  private String seen(Observations seen) {
    var parts = new ArrayList<String>();
    for (var entry : new TreeMap<>(seen.workloads()).entrySet()) {
      var workload = entry.getValue();
      if (workload.replicas() > 0) {
        parts.add(
            letter(entry.getKey()) + " " + workload.ready() + "/" + workload.replicas() + " ready");
      }
    }
    if (seen.route().exists()) {
      parts.add(
          "route "
              + weights(seen.route().weights())
              + " "
              + seen.route().acceptance().name().toLowerCase(Locale.ROOT));
    }
    if (seen.serving() != null) {
      parts.add("service " + letter(seen.serving()));
    }
    if (seen.look() != null) {
      parts.add("look " + answer(seen.look()));
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static String answer(Look look) {
    var span = Duration.between(look.cursor(), look.end()).toSeconds() + "s";
    return switch (look.answer()) {
      case Look.Samples samples ->
          samples.matrix().series().isEmpty() ? "of " + span + " empty" : "of " + span;
      case Look.Failed _ -> "failed";
      case Look.Unusable _ -> "unusable";
    };
  }

  private String decided(Decision decision, @Nullable CommandRecord before) {
    var parts = new ArrayList<String>();
    parts.add(
        decision.phase().text()
            + " "
            + decision.reason()
            + " \""
            + named(decision.message())
            + "\"");
    var write = decision.revision();
    if (write != null) {
      parts.add(
          "write "
              + letter(write.name())
              + " "
              + write.state().attempt().map(this::attempt).orElse("role"));
    }
    if (decision.status() != null) {
      parts.add("status");
      var command = decision.status().pointers().command();
      if (command != null && !command.equals(before)) {
        parts.add(answer(command));
      }
    }
    decision.effects().stream()
        .filter(one -> !(one instanceof Effect.Emit))
        .map(this::effect)
        .forEach(parts::add);
    decision.requests().stream().map(Transcript::request).forEach(parts::add);
    return String.join("; ", parts);
  }

  private String answer(CommandRecord command) {
    return command.withdrawn()
        ? "command withdrawn"
        : "command " + command.result() + " \"" + named(command.message()) + "\"";
  }

  private String attempt(Attempt attempt) {
    var text = "attempt " + attempt.number() + " step " + attempt.stepNumber();
    var ending = attempt.ending();
    if (ending != null) {
      text += " " + ending.outcome();
    }
    if (attempt.bake() != null) {
      text += " bake " + attempt.bake().windows() + "/" + attempt.bake().plannedWindows();
    }
    return text + " windows " + attempt.measurements().observedWindows();
  }

  private String effect(Effect effect) {
    return switch (effect) {
      case Effect.CreateRevision create -> "create " + letter(create.name());
      case Effect.ApplyWorkload apply ->
          "pods " + letter(apply.revision()) + "=" + apply.replicas();
      case Effect.ScaleDown down -> "pods " + letter(down.revision()) + "=0";
      case Effect.ApplyRoute route -> "route " + weights(route.weights());
      case Effect.ApplyStableService service -> "service " + letter(service.revision());
      case Effect.Prune prune -> "prune " + letter(prune.revision());
      case Effect.Emit emit -> "event " + emit.reason();
    };
  }

  private static String request(Request request) {
    return switch (request) {
      case Request.Samples samples ->
          "ask for "
              + Duration.between(samples.cursor(), samples.end()).toSeconds()
              + "s"
              + (samples.readBack() ? " and 1 h before" : "");
      case Request.History history ->
          "ask for " + HistoryPlan.WINDOWS + " windows of stable before";
      case Request.CheckTemplate _ -> "ask for a dry run";
    };
  }

  private String weights(Map<String, Integer> weights) {
    return weights.entrySet().stream()
        .map(one -> letter(one.getKey()) + " " + one.getValue())
        .sorted()
        .reduce((a, b) -> a + " " + b)
        .orElse("nobody");
  }

  private String letter(String revision) {
    return letters.computeIfAbsent(revision, _ -> String.valueOf((char) ('A' + letters.size())));
  }

  String named(String message) {
    var text = message;
    for (var entry : letters.entrySet()) {
      text = text.replace(entry.getKey(), entry.getValue());
      text =
          text.replace(
              entry.getKey().substring(entry.getKey().lastIndexOf('-') + 1), entry.getValue());
    }
    return text;
  }
}
