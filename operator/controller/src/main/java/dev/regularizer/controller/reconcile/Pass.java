package dev.regularizer.controller.reconcile;

import dev.regularizer.controller.cache.ModelCache;
import dev.regularizer.controller.health.Progress;
import dev.regularizer.controller.metrics.OperatorMetrics;
import dev.regularizer.controller.observe.NameConflicts;
import dev.regularizer.controller.observe.Observer;
import dev.regularizer.controller.observe.Seen;
import dev.regularizer.controller.sampling.LookUps;
import dev.regularizer.controller.write.EffectRunner;
import dev.regularizer.controller.write.StaleReadException;
import dev.regularizer.controller.write.StatusWriter;
import dev.regularizer.core.rollout.Decision;
import dev.regularizer.core.rollout.Rollouts;
import dev.regularizer.core.state.CandidatePointer;
import dev.regularizer.core.state.StablePointer;
import dev.regularizer.crds.RegularizedModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One pass over a model: observe, decide, write, run, come back. Nothing here decides. */
public final class Pass {
  private static final Logger log = LoggerFactory.getLogger(Pass.class);

  /** After a refused write: the watch needs a moment to deliver what was missed. */
  private static final Duration AGAIN = Duration.ofMillis(100);

  private final InstantSource clock;
  private final ModelCache models;
  private final Observer observer;
  private final Rollouts rollouts;
  private final StatusWriter writer;
  private final EffectRunner effects;
  private final LookUps lookUps;
  private final OperatorMetrics metrics;
  private final Progress progress;
  private final Haste haste = new Haste();

  public Pass(
      InstantSource clock,
      ModelCache models,
      Observer observer,
      Rollouts rollouts,
      StatusWriter writer,
      EffectRunner effects,
      LookUps lookUps,
      OperatorMetrics metrics,
      Progress progress) {
    this.clock = clock;
    this.models = models;
    this.observer = observer;
    this.rollouts = rollouts;
    this.writer = writer;
    this.effects = effects;
    this.lookUps = lookUps;
    this.metrics = metrics;
    this.progress = progress;
  }

  /**
   * Runs one pass.
   *
   * @return how long to wait at most until the next one
   */
  public Duration run(RegularizedModel delivered) {
    // Milliseconds are what the status keeps: what is written is what will be read.
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var metadata = delivered.getMetadata();
    var model = models.find(metadata.getNamespace(), metadata.getName()).orElse(delivered);
    MDC.put("namespace", metadata.getNamespace());
    MDC.put("model", metadata.getName());
    progress.begin();
    var result = "failed";
    try {
      var wait = run(model, now);
      result = "done";
      return wait;
    } catch (StaleReadException stale) {
      log.debug("pass thrown away: {}", stale.getMessage());
      result = "stale";
      return AGAIN;
    } finally {
      progress.end();
      metrics.reconciled(result, Duration.between(now, clock.instant()));
      MDC.clear();
    }
  }

  private Duration run(RegularizedModel model, Instant now) throws StaleReadException {
    var seen = observer.observe(model, now);
    var decision = rollouts.decide(seen.observations(), now);
    var written = writer.write(seen, decision);
    report(seen, decision, written.changed());
    effects.run(seen, written.model(), decision.effects());
    lookUps.request(seen, decision.requests());
    // What was just written is a new state, and the next decision follows from it at once.
    var changed = written.changed() || effects.recheckNames(seen);
    if (changed) {
      return haste.afterChange(seen.key());
    }
    haste.settled(seen.key());
    var wait = Duration.between(clock.instant(), decision.wakeAt());
    var clash = !seen.observations().conflicts().isEmpty();
    return clash && wait.compareTo(NameConflicts.RECHECK) > 0 ? NameConflicts.RECHECK : wait;
  }

  private void report(Seen seen, Decision decision, boolean changed) {
    var status = decision.status();
    if (status != null) {
      metrics.show(seen.key(), decision.phase(), status);
    }
    if (!changed) {
      return;
    }
    metrics.decided(decision.reason());
    MDC.put("reason", decision.reason().name());
    MDC.put("phase", decision.phase().text());
    var write = decision.revision();
    about(seen, decision).ifPresent(it -> MDC.put("revision", it));
    if (write != null) {
      write.state().attempt().ifPresent(it -> MDC.put("attempt", Integer.toString(it.number())));
    }
    log.info("{}", decision.message());
  }

  /** The revision a decision is about: the one written, else the candidate, else stable. */
  private static Optional<String> about(Seen seen, Decision decision) {
    if (decision.revision() != null) {
      return Optional.of(decision.revision().name());
    }
    var status = decision.status();
    var pointers = status == null ? seen.observations().pointers() : status.pointers();
    return Optional.ofNullable(pointers.candidate())
        .map(CandidatePointer::revision)
        .or(() -> Optional.ofNullable(pointers.stable()).map(StablePointer::revision));
  }
}
