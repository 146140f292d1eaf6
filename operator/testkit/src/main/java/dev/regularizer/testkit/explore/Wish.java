package dev.regularizer.testkit.explore;

import dev.regularizer.core.analysis.DeclaredSli;
import dev.regularizer.core.analysis.Gate;
import dev.regularizer.core.analysis.SliDefaults;
import dev.regularizer.core.analysis.SliKind;
import dev.regularizer.core.digest.Digest;
import dev.regularizer.core.digest.RevisionDigest;
import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.spec.Approval;
import dev.regularizer.core.spec.ModelKey;
import dev.regularizer.core.spec.ModelSpec;
import dev.regularizer.core.spec.OnInconclusive;
import dev.regularizer.core.spec.RolloutSpec;
import dev.regularizer.core.spec.Step;
import dev.regularizer.core.spec.TrialPolicy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A spec that somebody may apply, in as few dimensions as the decision can tell apart.
 *
 * @param revision which content is asked for
 * @param longer whether the plan has a third step
 * @param asking whether people have to approve the start and the promotion
 * @param strict whether the error objective is the lower one; another policy
 */
record Wish(
    int revision,
    boolean paused,
    boolean longer,
    boolean strict,
    boolean asking,
    OnInconclusive onInconclusive) {
  /** Contents that may be asked for. */
  static final int REVISIONS = 3;

  static final ModelKey MODEL = new ModelKey("vision", "ic");
  static final int REPLICAS = 2;

  private static final List<Json> CONTENTS =
      IntStream.range(0, REVISIONS)
          .mapToObj(i -> JsonReader.read("{\"model\":{\"version\":\"" + version(i) + "\"}}"))
          .toList();

  private static final List<Digest> DIGESTS =
      CONTENTS.stream().map(one -> RevisionDigest.digest(one, RevisionDigest.CURRENT, 0)).toList();
  private static final List<String> NAMES =
      DIGESTS.stream().map(one -> MODEL.name() + "-" + one.suffix()).toList();
  private static final Map<Generation, ModelSpec> SPECS = new ConcurrentHashMap<>();

  private record Generation(Wish wish, long number) {}

  /** The first one: nothing special. */
  static Wish first() {
    return new Wish(0, false, false, false, false, OnInconclusive.HOLD);
  }

  static String name(int revision) {
    return NAMES.get(revision);
  }

  static Digest digest(int revision) {
    return DIGESTS.get(revision);
  }

  static String version(int revision) {
    return "v" + (char) ('A' + revision);
  }

  /** Which revision has a name; -1 for none. */
  static int index(String name) {
    return NAMES.indexOf(name);
  }

  Wish revision(int next) {
    return new Wish(next, paused, longer, strict, asking, onInconclusive);
  }

  Wish paused(boolean next) {
    return new Wish(revision, next, longer, strict, asking, onInconclusive);
  }

  Wish longer(boolean next) {
    return new Wish(revision, paused, next, strict, asking, onInconclusive);
  }

  Wish strict(boolean next) {
    return new Wish(revision, paused, longer, next, asking, onInconclusive);
  }

  Wish asking(boolean next) {
    return new Wish(revision, paused, longer, strict, next, onInconclusive);
  }

  Wish onInconclusive(OnInconclusive next) {
    return new Wish(revision, paused, longer, strict, asking, next);
  }

  /** As the operator parses it. */
  ModelSpec spec(long generation) {
    return SPECS.computeIfAbsent(
        new Generation(this, generation), one -> one.wish().parsed(one.number()));
  }

  private ModelSpec parsed(long generation) {
    return new ModelSpec(
        MODEL,
        generation,
        CONTENTS.get(revision),
        REPLICAS,
        Ticks.TICK.multipliedBy(2),
        1,
        MODEL.name(),
        new RolloutSpec(
                longer ? List.of(step(10), step(50), step(100)) : List.of(step(10), step(50)),
                Ticks.TICK.multipliedBy(4),
                Ticks.TICK.multipliedBy(2),
                Ticks.TICK,
                onInconclusive,
                3,
                1,
                Optional.empty())
            .approvedBy(asking ? EnumSet.allOf(Approval.class) : Set.of()),
        policy(),
        paused);
  }

  private TrialPolicy policy() {
    return new TrialPolicy(
        SliDefaults.resolve(
            List.of(
                sli("errors", new SliKind.ErrorRate(), strict ? 0.04 : 0.05),
                sli("rejections", new SliKind.RejectionRate(), 0.05))),
        0.05,
        0.05,
        Ticks.TICK,
        Duration.ZERO,
        "default");
  }

  private static DeclaredSli sli(String name, SliKind kind, double objective) {
    return new DeclaredSli(
        name,
        kind,
        Optional.of(Gate.Pass),
        Optional.of(objective),
        Optional.of(0.5),
        Optional.empty(),
        Optional.of(10L),
        Optional.empty(),
        Optional.empty());
  }

  private static Step step(int weight) {
    return new Step(weight, Ticks.TICK);
  }
}
