package dev.regularizer.core.statistics;

import java.util.Collections;
import java.util.List;

/**
 * What P2 has gathered so far: one sum of log likelihood ratios per odds ratio of the grid. Only a
 * {@link RatioTest} knows how to read it; sums of different tests must not be mixed.
 *
 * @param sums {@link Grid#SIZE} natural logarithms
 */
public record RatioEvidence(List<Double> sums) {

  /** Nothing observed yet. */
  public static final RatioEvidence NONE = new RatioEvidence(Collections.nCopies(Grid.SIZE, 0.0));

  /** Checks the size. */
  public RatioEvidence {
    sums = List.copyOf(sums);
    if (sums.size() != Grid.SIZE) {
      throw new IllegalArgumentException(
          sums.size() + " sums of evidence, the grid has " + Grid.SIZE);
    }
  }

  /** Text form for storage; empty when nothing was observed. */
  public List<String> hex() {
    return equals(NONE) ? List.of() : HexDoubles.encode(sums);
  }

  /** Text form in one piece; empty when nothing was observed. */
  public String packed() {
    return equals(NONE) ? "" : HexDoubles.pack(sums);
  }

  /** Reads {@link #packed()}. */
  public static RatioEvidence ofPacked(String text) {
    return text.isEmpty() ? NONE : new RatioEvidence(HexDoubles.unpack(text));
  }

  /** Reads {@link #hex()}. */
  public static RatioEvidence ofHex(List<String> texts) {
    return texts.isEmpty() ? NONE : new RatioEvidence(HexDoubles.decode(texts));
  }
}
