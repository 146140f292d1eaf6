package dev.regularizer.samples.modelserver.guard;

import dev.regularizer.samples.modelserver.model.Declared;
import dev.regularizer.samples.modelserver.model.InvalidFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns declared regularizers into guards. One that acts after training and that this server cannot
 * apply stops the start: a guard that is declared and not applied would be a lie.
 */
public final class GuardReader {
  private static final String TEMPERATURE = "TemperatureScaling";
  private static final Set<String> APPLIED =
      Set.of(TEMPERATURE, Guards.INPUT_LIMIT, Guards.OUTPUT_CLIPPING, Guards.CONFIDENCE_THRESHOLD);
  private static final Set<String> NOT_APPLIED =
      Set.of(
          "PlattScaling",
          "IsotonicRegression",
          "RateLimit",
          "CircuitBreaker",
          "RetryCap",
          "RequestTimeout",
          "VerificationModel");

  private GuardReader() {}

  /** Guards of a revision; the model's own apply where the revision declares none of a type. */
  public static Guards read(List<Declared> declared, List<Declared> defaults) {
    var types = declared.stream().map(Declared::type).collect(Collectors.toSet());
    var all = new ArrayList<>(declared);
    defaults.stream().filter(own -> !types.contains(own.type())).forEach(all::add);
    all.forEach(GuardReader::check);
    return new Guards(
        of(all, Guards.INPUT_LIMIT).map(GuardReader::bytes).min(Long::compare),
        of(all, TEMPERATURE)
            .map(one -> one.required("temperature", 0.001, 1000))
            .reduce(1.0, (product, temperature) -> product * temperature),
        of(all, Guards.OUTPUT_CLIPPING).map(GuardReader::clipping).reduce(GuardReader::tighter),
        of(all, Guards.CONFIDENCE_THRESHOLD).map(GuardReader::minimum).max(Double::compare));
  }

  private static Stream<Declared> of(List<Declared> all, String type) {
    return all.stream().filter(one -> one.type().equals(type));
  }

  private static void check(Declared one) {
    var custom = one.type().equals("Custom");
    var stage = one.parameters().getOrDefault("stage", "Training");
    if (NOT_APPLIED.contains(one.type()) || (custom && !stage.equals("Training"))) {
      throw new InvalidFileException(
          one.where(),
          one.type() + ", which acts on predictions and which this server cannot apply",
          "remove it or use one of " + String.join(", ", APPLIED.stream().sorted().toList()));
    }
  }

  private static long bytes(Declared one) {
    var text = one.parameters().getOrDefault("maxBytes", "none");
    return ByteQuantity.parse(text)
        .orElseThrow(() ->
            new InvalidFileException(
                one.where(), "maxBytes " + text, "write a quantity of bytes, such as 4Mi"));
  }

  private static double minimum(Declared one) {
    var action = one.parameters().getOrDefault("action", "Reject");
    if (!action.equals("Reject")) {
      throw new InvalidFileException(
          one.where(),
          "action " + action + ", and this server has no fallback",
          "use the action Reject");
    }
    return one.required("minimum", 0, 1);
  }

  private static Guards.Clipping clipping(Declared one) {
    var clipping =
        new Guards.Clipping(
            one.decimal("min", 0, 1).orElse(0.0), one.decimal("max", 0, 1).orElse(1.0));
    if (clipping.min() >= clipping.max()) {
      throw new InvalidFileException(
          one.where(),
          "min " + clipping.min() + " and max " + clipping.max(),
          "make min smaller than max");
    }
    return clipping;
  }

  private static Guards.Clipping tighter(Guards.Clipping one, Guards.Clipping other) {
    var min = Math.max(one.min(), other.min());
    var max = Math.min(one.max(), other.max());
    if (min > max) {
      throw new InvalidFileException(
          "regularizers",
          "output clippings that exclude each other",
          "make their ranges overlap or keep one");
    }
    return new Guards.Clipping(min, max);
  }
}
