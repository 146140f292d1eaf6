package dev.regularizer.core.statistics;

import java.util.List;
import java.util.Optional;

/**
 * One e-value for "all SLIs are within their objective": the weighted average of theirs, valid
 * under any dependence between them. What is missing to a weight of 1 is left to SLIs that decide
 * by themselves: with weights of W in all, the average is wrong with probability at most W alpha.
 *
 * @param members the SLIs that carry weight
 */
public record Combination(List<Member> members) {

  /**
   * One SLI.
   *
   * @param name its name
   * @param weight its share, above 0; the shares add up to at most 1
   * @param logE its log evidence of harm
   */
  public record Member(String name, double weight, double logE) {

    /** What the SLI adds to the average, as a logarithm. */
    double contribution() {
      return StrictMath.log(weight) + logE;
    }
  }

  /** Checks the weights. */
  public Combination {
    members = List.copyOf(members);
    double sum = members.stream().mapToDouble(Member::weight).sum();
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException("weights add up to " + sum + ", above 1");
    }
  }

  /** {@code ln sum_i w_i E_i}; 0 (no evidence) without members. */
  public double logE() {
    return members.isEmpty()
        ? 0
        : LogSumExp.of(members.stream().mapToDouble(Member::contribution).toArray());
  }

  /** Evidence at which an SLI of this weight fails by itself: {@code ln(1/(w alpha))}. */
  public static double threshold(double weight, double alpha) {
    return ObjectiveTest.threshold(weight * alpha);
  }

  /** The SLI with the largest contribution; of equal ones the first by name. */
  public Optional<Member> largest() {
    return members.stream().reduce((a, b) -> precedes(b, a) ? b : a);
  }

  /** The SLI that fails by itself, if any; of several the one with the largest contribution. */
  public Optional<Member> blamed(double alpha) {
    return largest().filter(m -> m.logE() >= threshold(m.weight(), alpha));
  }

  private static boolean precedes(Member a, Member b) {
    int order = Double.compare(a.contribution(), b.contribution());
    return order != 0 ? order > 0 : a.name().compareTo(b.name()) < 0;
  }
}
