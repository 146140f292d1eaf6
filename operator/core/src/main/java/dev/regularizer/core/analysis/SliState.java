package dev.regularizer.core.analysis;

/**
 * Everything an SLI remembers between looks.
 *
 * @param windows counted windows with samples of the candidate
 * @param emptyWindows windows in a row without any, once labels are due
 * @param invalidWindows windows in a row that could not be counted
 * @param awaitingLabels whether labels were not due yet at the last window
 * @param passLatched whether the candidate was proven harmless at some look
 * @param events for SLIs of bad events
 * @param calibration for calibration SLIs
 * @param costs for SLIs of cost
 * @param query for SLIs of an expression
 * @param cohorts for SLIs of cohorts
 */
public record SliState(
    long windows,
    long emptyWindows,
    long invalidWindows,
    boolean awaitingLabels,
    boolean passLatched,
    EventState events,
    CalibrationState calibration,
    CostState costs,
    QueryState query,
    CohortState cohorts) {

  /** Before the first window. */
  public static final SliState START =
      new SliState(
          0,
          0,
          0,
          false,
          false,
          EventState.START,
          CalibrationState.START,
          CostState.START,
          QueryState.START,
          CohortState.START);

  /** Flat form for storage. */
  public SliStateText text() {
    return SliStateCodec.encode(this);
  }

  /** Reads {@link #text()}. */
  public static SliState of(SliStateText text) {
    return SliStateCodec.decode(text);
  }

  SliState counted(boolean awaiting) {
    return with(windows + 1, 0, 0, awaiting, passLatched);
  }

  SliState empty(boolean awaiting) {
    return with(windows, awaiting ? 0 : emptyWindows + 1, 0, awaiting, passLatched);
  }

  SliState invalid(boolean awaiting) {
    return with(windows, emptyWindows, invalidWindows + 1, awaiting, passLatched);
  }

  SliState latched() {
    return with(windows, emptyWindows, invalidWindows, awaitingLabels, true);
  }

  SliState with(EventState next) {
    return with(next, calibration, costs, query, cohorts);
  }

  SliState with(CalibrationState next) {
    return with(events, next, costs, query, cohorts);
  }

  SliState with(CostState next) {
    return with(events, calibration, next, query, cohorts);
  }

  SliState with(QueryState next) {
    return with(events, calibration, costs, next, cohorts);
  }

  SliState with(CohortState next) {
    return with(events, calibration, costs, query, next);
  }

  private SliState with(long counted, long empty, long invalid, boolean awaiting, boolean latched) {
    return new SliState(
        counted, empty, invalid, awaiting, latched, events, calibration, costs, query, cohorts);
  }

  private SliState with(
      EventState counts,
      CalibrationState bins,
      CostState means,
      QueryState values,
      CohortState groups) {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows,
        awaitingLabels,
        passLatched,
        counts,
        bins,
        means,
        values,
        groups);
  }
}
