package dev.regularizer.testkit.verdict;

/** What the runs of a cell must come to. */
public sealed interface Goal {

  /** Largest value allowed for so many runs. */
  double allowed(long runs);

  /** The value that is held against it. */
  double found(Outcome outcome);

  /** Whether it is reached. */
  default boolean met(Outcome outcome) {
    return found(outcome) <= allowed(outcome.runs());
  }

  /** Whether the suite fails when it is missed. */
  default boolean binding() {
    return true;
  }

  /** What is bounded, for people. */
  default String kind() {
    return getClass().getSimpleName();
  }

  /**
   * Aimed at, not promised: published beside the figure, and as missed where it is.
   *
   * @param goal what is aimed at
   */
  record Aimed(Goal goal) implements Goal {
    @Override
    public double allowed(long runs) {
      return goal.allowed(runs);
    }

    @Override
    public double found(Outcome outcome) {
      return goal.found(outcome);
    }

    @Override
    public boolean binding() {
      return false;
    }

    @Override
    public String kind() {
      return goal.kind();
    }
  }

  /** Published, not bounded. */
  record Published() implements Goal {
    @Override
    public double allowed(long runs) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public double found(Outcome outcome) {
      return 0;
    }
  }

  /**
   * The share of rollbacks is at most alpha, up to three standard errors of the simulation.
   *
   * @param alpha level
   */
  record Rollbacks(double alpha) implements Goal {
    @Override
    public double allowed(long runs) {
      return withNoise(alpha, runs);
    }

    @Override
    public double found(Outcome outcome) {
      return (double) outcome.rollbacks().count() / outcome.runs();
    }
  }

  /**
   * The share of promotions is at most beta, up to three standard errors of the simulation.
   *
   * @param beta level
   */
  record Promotions(double beta) implements Goal {
    @Override
    public double allowed(long runs) {
      return withNoise(beta, runs);
    }

    @Override
    public double found(Outcome outcome) {
      return (double) outcome.promotions().count() / outcome.runs();
    }
  }

  /**
   * The upper end of the 95 % interval of the share of rollbacks.
   *
   * @param most allowed
   */
  record RollbacksSurelyBelow(double most) implements Goal {
    @Override
    public double allowed(long runs) {
      return most;
    }

    @Override
    public double found(Outcome outcome) {
      return ShareInterval.of(outcome.rollbacks().count(), outcome.runs()).upper();
    }
  }

  /**
   * Mean samples of the candidate until a rollback; a run without one misses the goal.
   *
   * @param most allowed
   */
  record SamplesToRollback(double most) implements Goal {
    @Override
    public double allowed(long runs) {
      return most;
    }

    @Override
    public double found(Outcome outcome) {
      return outcome.rollbacks().count() < outcome.runs()
          ? Double.POSITIVE_INFINITY
          : outcome.rollbacks().meanSamples();
    }
  }

  private static double withNoise(double level, long runs) {
    return level + 3 * StrictMath.sqrt(level * (1 - level) / runs);
  }
}
