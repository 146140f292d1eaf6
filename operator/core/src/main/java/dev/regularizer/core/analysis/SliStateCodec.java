package dev.regularizer.core.analysis;

import dev.regularizer.core.analysis.EventState.Pair;
import dev.regularizer.core.analysis.EventState.Stratum;
import dev.regularizer.core.analysis.WindowCounts.Events;
import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.Grid;
import dev.regularizer.core.statistics.HexDoubles;
import dev.regularizer.core.statistics.PairedMeans;
import dev.regularizer.core.statistics.RatioEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Translates between {@link SliState} and its stored form, without losing a bit. */
final class SliStateCodec {

  private static final int EVENTS = 3;
  private static final int PAIR = 2 * EVENTS;
  private static final int STRATUM = 1 + PAIR;

  private SliStateCodec() {}

  static SliStateText encode(SliState state) {
    EventState events = state.events();
    CalibrationCounts ours = state.calibration().candidate();
    CalibrationCounts theirs = state.calibration().stable();
    return new SliStateText(
        Grid.VERSION,
        state.windows(),
        state.emptyWindows(),
        state.invalidWindows(),
        state.awaitingLabels(),
        state.passLatched(),
        longs(events.candidate()),
        longs(events.judged()),
        events.trailing().stream().flatMap(SliStateCodec::longs).toList(),
        events.strata().stream()
            .flatMap(s -> Stream.concat(Stream.of((long) s.weight()), longs(s.totals())))
            .toList(),
        events.harm().hex(),
        events.safe().hex(),
        isNone(ours) ? List.of() : ours.trials(),
        isNone(ours) ? List.of() : HexDoubles.encode(ours.confidence()),
        isNone(ours) ? List.of() : ours.correct(),
        isNone(theirs) ? List.of() : theirs.trials(),
        isNone(theirs) ? List.of() : HexDoubles.encode(theirs.confidence()),
        isNone(theirs) ? List.of() : theirs.correct(),
        state.costs().equals(CostState.START)
            ? List.of()
            : List.of(state.costs().means().pairs(), state.costs().predictions()),
        state.costs().means().hex(),
        state.query().equals(QueryState.START)
            ? List.of()
            : List.of(
                state.query().values(),
                state.query().above(),
                state.query().inARow(),
                state.query().longest()),
        HexDoubles.encode(state.query().last().stream().boxed().toList()),
        CohortText.of(state.cohorts()));
  }

  static SliState decode(SliStateText text) {
    if (text.gridVersion() != Grid.VERSION) {
      throw new IllegalArgumentException(
          "stored evidence has grid version %s, this program reads %s"
              .formatted(text.gridVersion(), Grid.VERSION));
    }
    return new SliState(
        text.windows(),
        text.emptyWindows(),
        text.invalidWindows(),
        text.awaitingLabels(),
        text.passLatched(),
        new EventState(
            events(text.candidate()),
            events(text.judged()),
            chunks(text.trailing(), PAIR).stream().map(SliStateCodec::pair).toList(),
            chunks(text.strata(), STRATUM).stream().map(SliStateCodec::stratum).toList(),
            RatioEvidence.ofHex(text.harm()),
            RatioEvidence.ofHex(text.safe())),
        new CalibrationState(
            bins(text.labeled(), text.confidence(), text.correct()),
            bins(text.stableLabeled(), text.stableConfidence(), text.stableCorrect())),
        costs(text.costCounts(), text.costs()),
        query(text.queryCounts(), text.queryValue()),
        CohortText.state(text.cohorts()));
  }

  private static boolean isNone(CalibrationCounts counts) {
    return counts.equals(CalibrationCounts.NONE);
  }

  private static List<Long> longs(Events events) {
    return events.equals(Events.NONE)
        ? List.of()
        : List.of(events.surely(), events.possibly(), events.trials());
  }

  private static Stream<Long> longs(Pair pair) {
    return Stream.of(
        pair.candidate().surely(),
        pair.candidate().possibly(),
        pair.candidate().trials(),
        pair.stable().surely(),
        pair.stable().possibly(),
        pair.stable().trials());
  }

  private static Events events(List<Long> longs) {
    return longs.isEmpty() ? Events.NONE : new Events(longs.get(0), longs.get(1), longs.get(2));
  }

  private static Pair pair(List<Long> longs) {
    return new Pair(events(longs.subList(0, EVENTS)), events(longs.subList(EVENTS, PAIR)));
  }

  private static Stratum stratum(List<Long> longs) {
    return new Stratum(Math.toIntExact(longs.getFirst()), pair(longs.subList(1, STRATUM)));
  }

  private static CalibrationCounts bins(
      List<Long> trials, List<String> confidence, List<Long> correct) {
    return trials.isEmpty()
        ? CalibrationCounts.NONE
        : new CalibrationCounts(trials, HexDoubles.decode(confidence), correct);
  }

  private static CostState costs(List<Long> counts, List<String> figures) {
    return counts.isEmpty()
        ? CostState.START
        : new CostState(counts.get(1), PairedMeans.ofHex(counts.get(0), figures));
  }

  private static QueryState query(List<Long> counts, List<String> last) {
    return counts.isEmpty()
        ? QueryState.START
        : new QueryState(
            counts.get(0),
            counts.get(1),
            counts.get(2),
            counts.get(3),
            HexDoubles.decode(last).stream().mapToDouble(Double::doubleValue).findFirst());
  }

  private static List<List<Long>> chunks(List<Long> longs, int size) {
    List<List<Long>> chunks = new ArrayList<>();
    for (int i = 0; i + size <= longs.size(); i += size) {
      chunks.add(longs.subList(i, i + size));
    }
    return chunks;
  }
}
