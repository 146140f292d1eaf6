package dev.regularizer.core.regularizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularizerCatalogueTest {

  /** The table of the documentation. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TRAINING | L1 strength; L2 strength; WeightDecay strength; ElasticNet strength, l1Ratio; Dropout rate; EarlyStopping patience, minDelta; LabelSmoothing smoothing; BatchNormalization momentum; DataAugmentation policy; CurriculumLearning policy; NoiseInjection target, standardDeviation; GradientClipping maxNorm; KLDivergence strength; BayesianPrior distribution, scale; AdversarialTraining radius, norm, iterations; Pruning sparsity; DifferentialPrivacy epsilon, delta, unit, accountant, noiseMultiplier, maxNorm, sampleRate, iterations
          POST_HOC | TemperatureScaling temperature; PlattScaling slope, intercept; IsotonicRegression uri
          RUNTIME  | OutputClipping min, max; InputLimit maxBytes, maxTokens; ConfidenceThreshold minimum, action; RateLimit requestsPerSecond, burst; CircuitBreaker consecutiveErrors, openFor; RetryCap maximum; RequestTimeout timeout; VerificationModel url, minimum
          """)
  void holdsTheWholeTable(Stage stage, String types) {
    assertThat(
            RegularizerCatalogue.TYPES.stream()
                .filter(it -> it.stage() == stage)
                .map(it ->
                    it.name()
                        + " "
                        + String.join(
                            ", ", it.parameters().stream().map(ParameterSpec::name).toList()))
                .collect(Collectors.joining("; ")))
        .isEqualTo(types);
  }

  @Test
  void aParameterHasOneTypeWhereverItAppears() {
    var kinds =
        RegularizerCatalogue.TYPES.stream()
            .flatMap(it -> it.parameters().stream())
            .collect(
                Collectors.groupingBy(
                    ParameterSpec::name,
                    Collectors.mapping(it -> it.kind().getClass(), Collectors.toSet())));
    assertThat(kinds).allSatisfy((name, classes) -> assertThat(classes).as(name).hasSize(1));
  }

  @Test
  void rulesNameParametersOfTheirType() {
    for (var type : RegularizerCatalogue.TYPES) {
      for (var rule : type.rules()) {
        var names =
            switch (rule) {
              case ParameterRule.OneOf(var any) -> any;
              case ParameterRule.Ascending(var low, var high) -> List.of(low, high);
            };
        assertThat(names).allSatisfy(name -> assertThat(type.parameter(name)).isPresent());
      }
    }
  }
}
