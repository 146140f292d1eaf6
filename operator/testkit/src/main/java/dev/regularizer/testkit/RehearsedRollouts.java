package dev.regularizer.testkit;

import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.testkit.history.HistoryCheck;
import dev.regularizer.testkit.history.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Rollouts in simulation that go through most of what can happen to one; each write of each is
 * checked. None breaks an invariant, and each planted bug makes one of them break its own.
 */
public final class RehearsedRollouts {
  private static final String NEW = "2.0.0";
  private static final SimulatedServer GOOD = SimulatedServer.GOOD;
  private static final Duration SHORT = Duration.ofMinutes(2);

  /** Four pods, so that a share of them is more than one. */
  private static final Specs SPECS = Specs.first().replicas(4);

  private static final Map<String, Consumer<Simulation>> ALL = all();

  private RehearsedRollouts() {}

  /** Names of all rollouts. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * Plays one and checks its writes. A rollout with a bug in it may get stuck: what it wrote until
   * then is what counts.
   */
  public static List<Violation> violations(String name) {
    var transcript = new Transcript(name);
    var script = ALL.get(name);
    if (script == null) {
      throw new IllegalArgumentException("found \"" + name + "\", allowed are " + ALL.keySet());
    }
    var stuck = new ArrayList<Throwable>();
    try {
      script.accept(new Simulation(transcript));
    } catch (AssertionError | IllegalStateException | IllegalArgumentException problem) {
      stuck.add(problem);
    }
    var found = HistoryCheck.of(Set.of(SimulatedHistory.OPERATOR)).violations(transcript.history());
    if (found.isEmpty() && !stuck.isEmpty()) {
      throw new IllegalStateException(name + " ends without a violation", stuck.getFirst());
    }
    return found;
  }

  /**
   * Plays all; every invariant that was broken, each once, with the rollout that shows it, such as
   * {@code S3 in promoted}. A rollout that only gets stuck shows none.
   */
  public static List<String> report() {
    var broken = new LinkedHashMap<String, String>();
    for (var name : ALL.keySet()) {
      violationsOrStuck(name).forEach(one -> broken.putIfAbsent(one.invariant(), name));
    }
    return broken.entrySet().stream().map(one -> one.getKey() + " in " + one.getValue()).toList();
  }

  private static List<Violation> violationsOrStuck(String name) {
    try {
      return violations(name);
    } catch (IllegalStateException stuck) {
      return List.of();
    }
  }

  private static Map<String, Consumer<Simulation>> all() {
    var all = new LinkedHashMap<String, Consumer<Simulation>>();
    all.put("promoted", play -> trial(play, SPECS, GOOD).until(Phase.UP_TO_DATE).lasting(SHORT));
    all.put(
        "rolled back, status lost, edited",
        play -> {
          trial(play, SPECS, GOOD.overconfident()).until(Phase.ROLLED_BACK).lasting(SHORT);
          play.when("status lost", one -> one.status(null)).lasting(SHORT);
          play.apply(SPECS.version(NEW).replicas(5)).lasting(SHORT);
        });
    all.put("Prometheus away", play -> looks(play, SPECS, new Look.Failed("connection refused")));
    all.put("no samples", play -> looks(play, SPECS, nothing()));
    all.put(
        "no samples, to be promoted at the deadline",
        play -> looks(play, SPECS.rollout(RehearsedRollouts::promoting), nothing()));
    all.put("few requests", play -> quiet(play, SPECS));
    all.put(
        "few requests, to be promoted at the deadline",
        play -> quiet(play, SPECS.rollout(RehearsedRollouts::promoting)));
    all.put(
        "superseded",
        play -> {
          trial(play, SPECS, GOOD).lasting(SHORT);
          play.apply(SPECS.version("3.0.0"), GOOD).until(Phase.UP_TO_DATE).lasting(SHORT);
        });
    all.put(
        "reverted, then back to a former stable",
        play -> {
          var back = SPECS.version(NEW).version("1.0.0");
          trial(play, SPECS, GOOD).apply(back).until(Phase.UP_TO_DATE).lasting(SHORT);
          play.apply(back.version(NEW)).until(Phase.UP_TO_DATE).lasting(SHORT);
          play.apply(back.version(NEW).version("1.0.0")).until(Phase.UP_TO_DATE).lasting(SHORT);
        });
    all.put(
        "policy edited",
        play -> {
          trial(play, SPECS, GOOD).lasting(Duration.ofSeconds(40));
          play.apply(SPECS.version(NEW).rejectionObjective(0.02))
              .until(Phase.UP_TO_DATE)
              .lasting(SHORT);
        });
    all.put("bad while baking", RehearsedRollouts::bakeReturns);
    all.put(
        "pods lost",
        play -> {
          trial(play, SPECS, GOOD).lasting(Duration.ofSeconds(20));
          behaves(play, NEW, GOOD.neverReady("Error"));
          play.lasting(SHORT);
          behaves(play, NEW, GOOD);
          play.until(Phase.UP_TO_DATE).lasting(SHORT);
        });
    all.put(
        "paused",
        play -> {
          trial(play, SPECS, GOOD).apply(SPECS.version(NEW).paused(true)).lasting(SHORT);
          play.apply(SPECS.version(NEW)).until(Phase.UP_TO_DATE).lasting(SHORT);
        });
    return all;
  }

  /** A model that serves 1.0.0 and gives 2.0.0 its first weight. */
  private static Simulation trial(Simulation play, Specs specs, SimulatedServer candidate) {
    return play.apply(specs, GOOD)
        .until(Phase.UP_TO_DATE)
        .apply(specs.version(NEW), candidate)
        .until(Phase.PROGRESSING);
  }

  /** Every look is answered so for longer than the deadline, then truly. */
  private static void looks(Simulation play, Specs specs, Look.Answer answer) {
    trial(play, specs, GOOD).when("other answers", one -> one.answers(ignored -> answer));
    play.lasting(Duration.ofMinutes(12));
    play.when("true answers", one -> one.answers(truth -> truth)).lasting(Duration.ofMinutes(5));
  }

  /** Samples stay below every minimum until after the deadline. */
  private static void quiet(Simulation play, Specs specs) {
    trial(play, specs, GOOD).when("few requests", one -> one.requestsPerSecond(0.4));
    play.lasting(Duration.ofMinutes(20));
  }

  private static Look.Answer nothing() {
    return new Look.Samples(new SampleMatrix(List.of()), true);
  }

  private static RolloutSpec promoting(RolloutSpec rollout) {
    return new RolloutSpec(
        rollout.steps(),
        rollout.deadline(),
        rollout.bake(),
        rollout.drain(),
        OnInconclusive.PROMOTE,
        rollout.restartsLimit(),
        rollout.rollbackWindow(),
        rollout.badEventsLimit(),
        rollout.approvals());
  }

  /** Both revisions are in a bad way for a while: traffic waits for pods. */
  private static void bakeReturns(Simulation play) {
    trial(play, SPECS, GOOD).until(Phase.BAKING);
    behaves(play, "1.0.0", GOOD.neverReady("Error"));
    behaves(play, NEW, GOOD.failing(0.5).rejecting(0.5).overconfident());
    play.lasting(SHORT);
    behaves(play, "1.0.0", GOOD);
    play.until(Phase.ROLLED_BACK).lasting(SHORT);
  }

  private static void behaves(Simulation play, String version, SimulatedServer server) {
    var revision =
        play.revisions().stream()
            .filter(one -> one.version().equals(version))
            .map(RevisionRecord::name)
            .findFirst()
            .orElseThrow();
    play.when(
        version + " behaves otherwise", one -> one.cluster().behave(revision, server, one.now()));
  }
}
