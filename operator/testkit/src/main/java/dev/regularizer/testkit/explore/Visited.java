package dev.regularizer.testkit.explore;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The states that were reached, by fingerprint, each with where it was first reached from. Two
 * different states with one fingerprint would be taken for one: of n states the expected number of
 * such pairs is n² / 2^65.
 */
final class Visited {
  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  /** More than so many of a hundred places are not filled. */
  private static final int FULL = 70;

  private final long[] fingerprints;
  private final int[] parents;
  private final short[] moves;
  private final int mask;

  /**
   * A table.
   *
   * @param states that fit in
   */
  Visited(long states) {
    int size = Integer.highestOneBit(Math.toIntExact(Math.max(1024, states * 100 / FULL))) << 1;
    fingerprints = new long[size];
    parents = new int[size];
    moves = new short[size];
    mask = size - 1;
  }

  /**
   * Adds a state.
   *
   * @param parent number of the state before it; -1 for none
   * @param move which of that state's moves led here
   * @return its number, or -1 when it is known
   */
  int add(long fingerprint, int parent, int move) {
    long key = fingerprint == 0 ? 1 : fingerprint;
    int at = (int) (key ^ (key >>> 32)) & mask;
    while (true) {
      long there = (long) LONGS.getVolatile(fingerprints, at);
      if (there == key) {
        return -1;
      }
      if (there == 0 && LONGS.compareAndSet(fingerprints, at, 0L, key)) {
        parents[at] = parent;
        moves[at] = (short) move;
        return at;
      }
      if (there != 0) {
        at = (at + 1) & mask;
      }
    }
  }

  int parent(int state) {
    return parents[state];
  }

  int move(int state) {
    return moves[state];
  }
}
