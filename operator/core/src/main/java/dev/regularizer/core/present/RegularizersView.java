package dev.regularizer.core.present;

import dev.regularizer.core.regularizer.RegularizerDiff;
import java.util.List;

/**
 * Regularizers of the newest revision, for people.
 *
 * @param summary such as `L2=0.0001 Dropout/head=0.2`
 * @param changes between stable and candidate
 * @param warnings about overlaps that confuse each other
 */
public record RegularizersView(
    String summary, List<RegularizerDiff.Change> changes, List<String> warnings) {
  public RegularizersView {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }
}
