package dev.regularizer.testkit.explore;

import dev.regularizer.core.effect.Request;
import dev.regularizer.core.observe.HistoryAnswer;
import dev.regularizer.core.observe.Look;
import dev.regularizer.core.observe.TemplateCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions on their way to Prometheus and to a dry run, and the answers; a crash loses all of it.
 *
 * @param quality of the look
 */
record Mailbox(
    Request.@Nullable Samples asked,
    @Nullable Look look,
    @Nullable Quality quality,
    Request.@Nullable History askedHistory,
    @Nullable HistoryAnswer history,
    @Nullable TemplateCheck check)
    implements Fingerprinted {
  static final Mailbox EMPTY = new Mailbox(null, null, null, null, null, null);

  Mailbox taken() {
    return look == null ? this : new Mailbox(asked, null, null, askedHistory, history, check);
  }

  /** Passes questions on; a dry run is answered at once. */
  Mailbox ask(List<Request> requests, String refusal) {
    var next = this;
    for (var request : requests) {
      next =
          switch (request) {
            case Request.Samples samples ->
                new Mailbox(
                    samples, next.look, next.quality, next.askedHistory, next.history, next.check);
            case Request.History history ->
                new Mailbox(next.asked, next.look, next.quality, history, next.history, next.check);
            case Request.CheckTemplate(var sha, var name) ->
                new Mailbox(
                    next.asked,
                    next.look,
                    next.quality,
                    next.askedHistory,
                    next.history,
                    new TemplateCheck(sha, refusal.isEmpty(), refusal));
          };
    }
    return next;
  }

  boolean waits() {
    return asked != null || askedHistory != null;
  }

  /** Prometheus answers everything it was asked. */
  Mailbox answered(Cluster cluster, int tick, Quality said) {
    return new Mailbox(
        null,
        asked == null ? look : Prometheus.look(asked, cluster, said),
        asked == null ? quality : said,
        null,
        askedHistory == null ? history : Prometheus.history(askedHistory, tick, said),
        check);
  }

  @Override
  public long fingerprint(int tick) {
    var mix = Mix.START.with(check);
    if (asked != null) {
      mix =
          mix.with(asked.revision())
              .with(asked.attempt())
              .with(asked.readBack())
              .with(Ticks.age(asked.cursor(), tick, 5))
              .with(Ticks.age(asked.end(), tick, 5));
    }
    if (look != null) {
      mix =
          mix.with(9)
              .with(look.revision())
              .with(look.attempt())
              .with(quality)
              .with(Ticks.age(look.cursor(), tick, 5))
              .with(Ticks.age(look.end(), tick, 5));
    }
    if (askedHistory != null) {
      mix = mix.with(8).with(askedHistory.revision()).with(askedHistory.attempt());
    }
    if (history != null) {
      mix = mix.with(6).with(history.revision()).with(history.attempt());
      mix =
          history.result() instanceof HistoryAnswer.Failed(var detail, var at)
              ? mix.with(Ticks.age(at, tick, 1))
              : mix.with(-1);
    }
    return mix.value();
  }
}
