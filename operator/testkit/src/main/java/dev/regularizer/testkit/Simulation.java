package dev.regularizer.testkit;

import dev.regularizer.core.counting.SampleMatrix;
import dev.regularizer.core.effect.Effect;
import dev.regularizer.core.observe.ConnectionTiming;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.Observations;
import dev.regularizer.core.observe.RevisionRecord;
import dev.regularizer.core.present.ModelStatus;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.rollout.Phase;
import dev.regularizer.core.rollout.Rollouts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A model, a cluster and a Prometheus around the real decision. Time moves to whatever happens
 * next: the instant the decision asked to be woken at, a pod that becomes ready, a route in force,
 * a scrape.
 */
public final class Simulation {
  private static final Duration SCRAPE = Duration.ofSeconds(2);
  private static final SimulatedUsers USERS = new SimulatedUsers(200, 0);
  private static final int PASSES = 5_000;

  private final Rollouts rollouts = new Rollouts();
  private final SimulatedCluster cluster = new SimulatedCluster();
  private final SimulatedPrometheus prometheus = new SimulatedPrometheus(SCRAPE);
  private final SimulatedAnswers answers = new SimulatedAnswers(prometheus, SCRAPE);
  private final Map<String, SimulatedServer> byVersion = new HashMap<>();
  private final Map<String, SimulatedServer> servers = new HashMap<>();
  private final Transcript transcript;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private Instant lastScrape = now;
  private Instant wakeAt = now;
  private Specs spec = Specs.first();
  private @Nullable ModelStatus status;
  private List<String> problems = List.of();
  private List<String> unserved = List.of();
  private List<String> conflicts = List.of();
  private @Nullable String rival;
  private boolean connected = true;
  private @Nullable Decision last;
  private boolean deleting;
  private @Nullable String command;
  private SimulatedUsers users = USERS;

  /** A simulation that writes down what it sees and decides. */
  public Simulation(Transcript transcript) {
    this.transcript = transcript;
  }

  /** Applies a spec. */
  public Simulation apply(Specs next, SimulatedServer server) {
    spec = next;
    byVersion.put(next.version(), server);
    transcript.note(now, "apply version " + next.version() + (next.paused() ? ", paused" : ""));
    return passes();
  }

  /** Applies a spec whose revision is known already. */
  public Simulation apply(Specs next) {
    return apply(next, byVersion.getOrDefault(next.version(), SimulatedServer.GOOD));
  }

  /** Sets the annotation that carries commands, or takes it away. */
  public Simulation annotate(@Nullable String text) {
    command = text;
    transcript.note(now, text == null ? "no command" : "command " + transcript.named(text));
    return passes();
  }

  /** Something happens that is not a spec. */
  public Simulation when(String what, Consumer<Simulation> event) {
    transcript.note(now, what);
    event.accept(this);
    return passes();
  }

  /** Goes on until the status says something; fails when it never does. */
  public Simulation until(String what, Predicate<Simulation> reached) {
    for (int pass = 0; pass < PASSES; pass++) {
      if (reached.test(this)) {
        return this;
      }
      advance();
      pass();
    }
    throw new AssertionError("never: " + what + "\n" + transcript.text());
  }

  /** Goes on until a phase is reached. */
  public Simulation until(Phase phase) {
    return until("phase " + phase.text(), simulation -> simulation.decision().phase() == phase);
  }

  /** Goes on for a while. */
  public Simulation lasting(Duration duration) {
    var end = now.plus(duration);
    return until(duration + " later", simulation -> !simulation.now.isBefore(end));
  }

  /** The operator is not there for a while; the cluster and Prometheus go on. */
  public Simulation away(Duration duration) {
    transcript.note(now, "the operator is away for " + duration.toSeconds() + " s");
    now = now.plus(duration);
    scrape();
    return this;
  }

  /** Several passes at one instant: every effect is seen by the next pass. */
  private Simulation passes() {
    pass();
    pass();
    return this;
  }

  private void advance() {
    var next =
        List.of(wakeAt, cluster.nextChange(now), lastScrape.plus(SCRAPE)).stream()
            .filter(at -> at.isAfter(now))
            .min(Instant::compareTo)
            .orElse(now.plusSeconds(1));
    if (answers.look() != null) {
      next = now.plusMillis(100);
    }
    now = next;
    scrape();
  }

  private void scrape() {
    while (!lastScrape.plus(SCRAPE).isAfter(now)) {
      lastScrape = lastScrape.plus(SCRAPE);
      for (var entry : cluster.deployments().entrySet()) {
        var deployment = entry.getValue();
        var ready = deployment.observed(lastScrape).ready();
        var reach = users.reach(cluster.weight(entry.getKey()), isStable(entry.getKey()));
        for (var pod : deployment.podNames()) {
          var requests = ready == 0 ? 0 : reach * SCRAPE.toSeconds() / deployment.replicas();
          prometheus.scrape(pod, requests, deployment.server(), lastScrape);
        }
      }
    }
  }

  /** Whether users are served by it now. */
  private boolean isStable(String revision) {
    var stable = status == null ? null : status.pointers().stable();
    return stable != null && stable.revision().equals(revision);
  }

  private void pass() {
    var seen = observations();
    var decision = rollouts.decide(seen, now);
    answers.taken();
    transcript.pass(now, seen, decision);
    OneWish.check(decision.effects());
    var write = decision.revision();
    if (write != null) {
      cluster.write(write.name(), write.state());
    }
    if (decision.status() != null) {
      status = decision.status();
    }

    for (var effect : decision.effects()) {
      if (effect instanceof Effect.CreateRevision create) {
        servers.put(create.name(), byVersion.getOrDefault(spec.version(), SimulatedServer.GOOD));
      }
      cluster.run(effect, spec.version(), servers, now);
    }
    decision.requests().forEach(request -> answers.answer(request, now));
    wakeAt = decision.wakeAt();
    last = decision;
  }

  private Observations observations() {
    return new Observations(
        spec.spec(),
        deleting,
        problems,
        unserved,
        status,
        cluster.revisions(),
        cluster.workloads(now),
        cluster.route(now),
        cluster.serving(),
        answers.look(),
        connected ? new ConnectionTiming(SCRAPE, Duration.ofSeconds(1)) : null,
        answers.check(),
        answers.history(),
        conflicts,
        rival,
        List.of(),
        command);
  }

  /** The last decision. */
  public Decision decision() {
    if (last == null) {
      throw new IllegalStateException("nothing decided yet");
    }
    return last;
  }

  /** The status as last written. */
  public ModelStatus status() {
    if (status == null) {
      throw new IllegalStateException("no status yet");
    }
    return status;
  }

  /** All revisions with what is stored about them. */
  public List<RevisionRecord> revisions() {
    return cluster.revisions();
  }

  /** Every sample that was scraped so far, of all revisions. */
  public SampleMatrix samples() {
    return prometheus.everything(
        spec.spec().key().namespace(), List.copyOf(new TreeSet<>(servers.keySet())), now);
  }

  /** The simulated cluster. */
  SimulatedCluster cluster() {
    return cluster;
  }

  /** The simulated Prometheus. */
  SimulatedPrometheus prometheus() {
    return prometheus;
  }

  Instant now() {
    return now;
  }

  Specs spec() {
    return spec;
  }

  void status(@Nullable ModelStatus next) {
    status = next;
  }

  /** From now on something else comes instead of what Prometheus answers. */
  void answers(UnaryOperator<Look.Answer> next) {
    answers.replace(next);
  }

  void problems(List<String> next) {
    problems = next;
  }

  /** From now on SLIs cannot be counted from the series of the preset. */
  void unserved(List<String> next) {
    unserved = next;
  }

  void conflicts(List<String> next) {
    conflicts = next;
  }

  void rival(@Nullable String next) {
    rival = next;
  }

  void connected(boolean next) {
    connected = next;
  }

  void templateRefused(String why) {
    answers.refuseTemplates(why);
  }

  /** A share of the candidate's requests reaches stable, whatever the route says. */
  void stealTraffic(double share) {
    users = new SimulatedUsers(users.requestsPerSecond(), share);
  }

  /** Users ask more or less often. */
  void requestsPerSecond(double next) {
    users = new SimulatedUsers(next, users.stolen());
  }

  void deleting() {
    deleting = true;
  }
}
