package dev.regularizer.testkit.verdict;

/** Seeds of single runs: a function of the suite's seed, the cell's name and the run's number. */
final class Seeds {

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  static long of(long suite, String cell, int run) {
    long hash = suite;
    for (int i = 0; i < cell.length(); i++) {
      hash = mixed(hash + GOLDEN_RATIO + cell.charAt(i));
    }
    return mixed(hash + GOLDEN_RATIO * (run + 1L));
  }

  /** Finalizer of SplitMix64 (Stafford's variant 13). */
  private static long mixed(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
