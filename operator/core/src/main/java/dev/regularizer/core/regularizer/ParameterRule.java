package dev.regularizer.core.regularizer;

import dev.regularizer.core.problem.Problem;
import dev.regularizer.core.quantity.DecimalText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What holds between the parameters of one regularizer. */
public sealed interface ParameterRule {

  /** What is wrong, if anything. */
  Optional<Problem> check(String where, Regularizer regularizer);

  /** A regularizer without any of these does nothing. */
  record OneOf(List<String> names) implements ParameterRule {
    public OneOf {
      names = List.copyOf(names);
    }

    @Override
    public Optional<Problem> check(String where, Regularizer regularizer) {
      var wanted = String.join(" or ", names);
      return names.stream().anyMatch(it -> regularizer.value(it).isPresent())
          ? Optional.empty()
          : Optional.of(
              new Problem(where, "none of " + String.join(", ", names), wanted, "set " + wanted));
    }
  }

  /** The first is below the second where both are set. */
  record Ascending(String low, String high) implements ParameterRule {
    @Override
    public Optional<Problem> check(String where, Regularizer regularizer) {
      var least = number(regularizer, low);
      var most = number(regularizer, high);
      if (least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) < 0) {
        return Optional.empty();
      }
      return Optional.of(
          new Problem(
              where,
              low
                  + " "
                  + least.get().toPlainString()
                  + " and "
                  + high
                  + " "
                  + most.get().toPlainString(),
              low + " below " + high,
              "lower " + low + " or raise " + high));
    }

    private static Optional<BigDecimal> number(Regularizer regularizer, String name) {
      return regularizer.value(name).flatMap(DecimalText::parse);
    }
  }
}
