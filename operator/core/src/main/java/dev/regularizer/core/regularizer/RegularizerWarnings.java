package dev.regularizer.core.regularizer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The overlaps that make a rollout's verdict hard to read. */
public final class RegularizerWarnings {

  /**
   * Types that should not stand together.
   *
   * @param first one of these
   * @param second with one of these; empty: several of the first
   */
  private record Overlap(String reason, List<String> first, List<String> second, String why) {
    private Optional<RegularizerWarning> in(List<Regularizer> regularizers) {
      var ones = of(first, regularizers);
      var others = of(second, regularizers);
      boolean overlaps = second.isEmpty() ? ones.size() > 1 : !ones.isEmpty() && !others.isEmpty();
      return overlaps
          ? Optional.of(warning(Stream.concat(ones.stream(), others.stream()).toList()))
          : Optional.empty();
    }

    private RegularizerWarning warning(List<Regularizer> involved) {
      var labels = String.join(", ", involved.stream().map(Regularizer::label).toList());
      return new RegularizerWarning(
          reason, involved.stream().map(Regularizer::name).toList(), labels + ": " + why);
    }

    private static List<Regularizer> of(List<String> types, List<Regularizer> regularizers) {
      return regularizers.stream().filter(it -> types.contains(it.type())).toList();
    }
  }

  private static final List<Overlap> OVERLAPS =
      List.of(
          new Overlap(
              "L2WithWeightDecay",
              List.of("L2"),
              List.of("WeightDecay"),
              "both shrink the weights and their strengths add up; declare the one the trainer really used"),
          new Overlap(
              "SeveralOutputClippings",
              List.of("OutputClipping"),
              List.of(),
              "only the narrowest range has an effect; keep that one"),
          new Overlap(
              "DropoutWithBatchNormalization",
              List.of("Dropout"),
              List.of("BatchNormalization"),
              "dropout shifts the variance that batch normalization has learnt; place dropout after the last normalization or use one of them"),
          new Overlap(
              "TemperatureWithOtherCalibration",
              List.of("TemperatureScaling"),
              List.of("PlattScaling", "IsotonicRegression"),
              "the outputs are calibrated twice; keep one"),
          new Overlap(
              "LabelSmoothingWithTemperature",
              List.of("LabelSmoothing"),
              List.of("TemperatureScaling"),
              "both lower confidence; fit the temperature on the smoothed model, or use one of them"));

  private RegularizerWarnings() {}

  /** The overlaps among the regularizers of one revision. */
  public static List<RegularizerWarning> of(List<Regularizer> regularizers) {
    return OVERLAPS.stream().flatMap(it -> it.in(regularizers).stream()).toList();
  }
}
