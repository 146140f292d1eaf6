package dev.regularizer.testkit.explore;

import org.jspecify.annotations.Nullable;

/**
 * What a bystander who trusts nobody remembers of one revision; invariants are checked with it, the
 * operator never sees it.
 *
 * @param stuck number of the last attempt that ended so that the revision is not tried again; 0 for
 *     none
 * @param trafficUntil last tick at which the route gave it weight; -1 for never
 * @param provenIn number of the last attempt for which a good window was counted; 0 for none
 * @param harmedIn the same for a bad one
 */
record Witness(int stuck, int trafficUntil, int provenIn, int harmedIn) implements Fingerprinted {
  static final Witness NONE = new Witness(0, -1, 0, 0);

  static Witness of(@Nullable Witness one) {
    return one == null ? NONE : one;
  }

  /** Nothing is left that could tell how the revision's attempts ended. */
  Witness forgotten() {
    return new Witness(0, trafficUntil, 0, 0);
  }

  Witness stuckIn(int attempt) {
    return new Witness(attempt, trafficUntil, provenIn, harmedIn);
  }

  Witness traffic(int tick) {
    return new Witness(stuck, tick, provenIn, harmedIn);
  }

  Witness proven(int attempt) {
    return new Witness(stuck, trafficUntil, attempt, harmedIn);
  }

  Witness harmed(int attempt) {
    return new Witness(stuck, trafficUntil, provenIn, attempt);
  }

  @Override
  public long fingerprint(int tick) {
    return Mix.START
        .with(stuck)
        .with(Ticks.age(trafficUntil, tick, 2))
        .with(provenIn)
        .with(harmedIn)
        .value();
  }
}
