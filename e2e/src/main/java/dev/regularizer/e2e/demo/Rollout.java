package dev.regularizer.e2e.demo;

import dev.regularizer.e2e.cluster.Pause;
import dev.regularizer.e2e.cluster.PrometheusServer;
import dev.regularizer.e2e.demo.RolloutReport.Figures;
import dev.regularizer.e2e.model.LiveModel;
import dev.regularizer.e2e.model.ModelManifest;
import dev.regularizer.e2e.model.ModelView;
import dev.regularizer.e2e.traffic.TrafficRun;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One scenario in the cluster: a model that serves, its traffic, and the rollout of a candidate.
 */
final class Rollout {
  private static final Duration LIMIT = Duration.ofMinutes(6);
  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Set<String> ENDS = Set.of("UpToDate", "RolledBack", "Refused");

  private final Scenario scenario;
  private final LiveModel model;
  private final TrafficRun traffic;
  private final PrometheusServer prometheus;
  private final InstantSource clock;
  private final Consumer<String> narrator;

  Rollout(
      Scenario scenario,
      LiveModel model,
      TrafficRun traffic,
      PrometheusServer prometheus,
      InstantSource clock,
      Consumer<String> narrator) {
    this.scenario = scenario;
    this.model = model;
    this.traffic = traffic;
    this.prometheus = prometheus;
    this.clock = clock;
    this.narrator = narrator;
  }

  Scenario scenario() {
    return scenario;
  }

  Progress progress() {
    return new Progress(scenario.name(), model.view(), traffic.totals());
  }

  /** Applies the candidate and follows it to its end. */
  Ended run(ModelManifest candidate) {
    var started = clock.instant();
    model.apply(candidate);
    boolean held = scenario.outage() && outage();
    model.await("the end of the rollout", LIMIT, Rollout::ended);
    return new Ended(this, held, Duration.between(started, clock.instant()));
  }

  /** A rollout that ended, with its traffic still running. */
  record Ended(Rollout rollout, boolean held, Duration took) {}

  private static boolean ended(ModelView seen) {
    boolean over = ENDS.contains(seen.phase()) && seen.candidate().isEmpty();
    return seen.upToDateWithSpec() && (over || seen.is("Stalled", "True"));
  }

  private boolean outage() {
    var trial = model.await("a trial with traffic", LIMIT, seen -> seen.candidateWeight() > 0);
    model.awaitRevision(
        trial.candidate().orElseThrow(),
        "a counted window",
        LIMIT,
        revision -> revision.slis().stream().anyMatch(sli -> sli.samples() > 0));
    narrator.accept("Prometheus is stopped in the middle of the trial of '" + model.name() + "'");
    prometheus.stop();
    boolean held;
    try {
      model.await("Holding while Prometheus is down", LIMIT, Rollout::holdsForPrometheus);
      held = true;
      narrator.accept("'" + model.name() + "' holds: " + model.view().message());
      stayAway();
    } finally {
      prometheus.start();
      narrator.accept("Prometheus is started again");
    }
    return held;
  }

  private static boolean holdsForPrometheus(ModelView seen) {
    return seen.phase().equals("Holding") && seen.hasReason("PrometheusUnreachable");
  }

  private static void stayAway() {
    Pause.of(OUTAGE);
  }

  /** What the revision's status says, beside what the generator saw and what is known offline. */
  RolloutReport report(Ended ended, OfflineTruth truth) {
    var totals = traffic.totals();
    var revision = model.revisions().getLast();
    var calibration = Figures.of(revision, "calibration");
    var rejections = Figures.of(revision, "rejections");
    return new RolloutReport(
        scenario.name(),
        scenario.candidate(),
        revision.name(),
        revision.outcome(),
        revision.reason(),
        revision.message(),
        revision.decidingSli(),
        revision.decidingSli().map(name -> Figures.of(revision, name)).orElse(calibration),
        calibration,
        rejections,
        rejections.samples(),
        totals.of(revision.suffix()).rejectionRate(),
        truth.calibrationError(),
        totals.requests(),
        totals.failed(),
        totals.failures(),
        ended.held(),
        ended.took().toMillis() / 1000.0);
  }

  /** Ends the traffic; every request under way is answered first. */
  void endTraffic() {
    traffic.stop();
  }
}
