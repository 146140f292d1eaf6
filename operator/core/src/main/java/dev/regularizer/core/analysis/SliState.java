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
    QueryState query) {

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
          QueryState.START);

  /** Flat form for storage. */
  public SliStateText text() {
    return SliStateCodec.encode(this);
  }

  /** Reads {@link #text()}. */
  public static SliState of(SliStateText text) {
    return SliStateCodec.decode(text);
  }

  SliState counted(EventState next, boolean awaiting) {
    return new SliState(windows + 1, 0, 0, awaiting, passLatched, next, calibration, costs, query);
  }

  SliState counted(CalibrationState next, boolean awaiting) {
    return new SliState(windows + 1, 0, 0, awaiting, passLatched, events, next, costs, query);
  }

  SliState counted(CostState next, boolean awaiting) {
    return new SliState(windows + 1, 0, 0, awaiting, passLatched, events, calibration, next, query);
  }

  SliState counted(QueryState next, boolean awaiting) {
    return new SliState(windows + 1, 0, 0, awaiting, passLatched, events, calibration, costs, next);
  }

  SliState empty(boolean awaiting) {
    return new SliState(
        windows,
        awaiting ? 0 : emptyWindows + 1,
        0,
        awaiting,
        passLatched,
        events,
        calibration,
        costs,
        query);
  }

  SliState invalid(boolean awaiting) {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows + 1,
        awaiting,
        passLatched,
        events,
        calibration,
        costs,
        query);
  }

  SliState withEvents(EventState next) {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows,
        awaitingLabels,
        passLatched,
        next,
        calibration,
        costs,
        query);
  }

  SliState withCalibration(CalibrationState next) {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows,
        awaitingLabels,
        passLatched,
        events,
        next,
        costs,
        query);
  }

  SliState withCosts(CostState next) {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows,
        awaitingLabels,
        passLatched,
        events,
        calibration,
        next,
        query);
  }

  SliState latched() {
    return new SliState(
        windows,
        emptyWindows,
        invalidWindows,
        awaitingLabels,
        true,
        events,
        calibration,
        costs,
        query);
  }
}
