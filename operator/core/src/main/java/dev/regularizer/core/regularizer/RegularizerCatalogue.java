package dev.regularizer.core.regularizer;

import static dev.regularizer.core.regularizer.Stage.POST_HOC;
import static dev.regularizer.core.regularizer.Stage.RUNTIME;
import static dev.regularizer.core.regularizer.Stage.TRAINING;

import dev.regularizer.core.regularizer.ParameterKind.Bytes;
import dev.regularizer.core.regularizer.ParameterKind.Choice;
import dev.regularizer.core.regularizer.ParameterKind.Decimal;
import dev.regularizer.core.regularizer.ParameterKind.Span;
import dev.regularizer.core.regularizer.ParameterKind.Text;
import dev.regularizer.core.regularizer.ParameterKind.Whole;
import dev.regularizer.core.regularizer.ParameterRule.Ascending;
import dev.regularizer.core.regularizer.ParameterRule.OneOf;
import java.util.List;
import java.util.Optional;

/**
 * Every type of regularizer but {@code Custom}. Closed: a new technique is an entry here and a
 * field in the CRD, or a {@code Custom} regularizer.
 */
public final class RegularizerCatalogue {
  private static final ParameterKind ANY_NUMBER = new Decimal(Range.ANY);
  private static final ParameterKind NOT_NEGATIVE = new Decimal(Range.atLeast("0"));
  private static final ParameterKind POSITIVE = new Decimal(Range.above("0"));
  private static final ParameterKind FRACTION = new Decimal(Range.atLeast("0").upTo("1"));
  private static final ParameterKind FRACTION_BELOW_ONE =
      new Decimal(Range.atLeast("0").below("1"));
  private static final ParameterKind FRACTION_ABOVE_ZERO = new Decimal(Range.above("0").upTo("1"));
  private static final ParameterKind COUNT = new Whole(1);
  private static final ParameterKind COUNT_OR_ZERO = new Whole(0);
  private static final ParameterKind BYTES = new Bytes();
  private static final ParameterKind SPAN = new Span();
  private static final ParameterKind WORDS = new Text(253);
  private static final ParameterKind ADDRESS = new Text(2048);

  /** The catalogue, in the order of the documentation. */
  public static final List<RegularizerType> TYPES =
      List.of(
          training("L1").needs("strength", NOT_NEGATIVE),
          training("L2").needs("strength", NOT_NEGATIVE),
          training("WeightDecay").needs("strength", NOT_NEGATIVE),
          training("ElasticNet").needs("strength", NOT_NEGATIVE).needs("l1Ratio", FRACTION),
          training("Dropout").needs("rate", FRACTION_BELOW_ONE),
          training("EarlyStopping")
              .needs("patience", COUNT_OR_ZERO)
              .takes("minDelta", NOT_NEGATIVE),
          training("LabelSmoothing").needs("smoothing", FRACTION_BELOW_ONE),
          training("BatchNormalization").takes("momentum", FRACTION),
          training("DataAugmentation").needs("policy", WORDS),
          training("CurriculumLearning").needs("policy", WORDS),
          training("NoiseInjection")
              .needs("target", choice("Inputs", "Weights", "Labels", "Gradients"))
              .needs("standardDeviation", NOT_NEGATIVE),
          training("GradientClipping").needs("maxNorm", POSITIVE),
          training("KLDivergence").needs("strength", NOT_NEGATIVE),
          training("BayesianPrior").needs("distribution", WORDS).needs("scale", POSITIVE),
          training("AdversarialTraining")
              .needs("radius", NOT_NEGATIVE)
              .takes("norm", choice("L1", "L2", "LInf"))
              .takes("iterations", COUNT),
          training("Pruning").needs("sparsity", FRACTION_BELOW_ONE),
          training("DifferentialPrivacy")
              .needs("epsilon", POSITIVE)
              .needs("delta", FRACTION_BELOW_ONE)
              .takes("unit", WORDS)
              .takes("accountant", WORDS)
              .takes("noiseMultiplier", NOT_NEGATIVE)
              .takes("maxNorm", POSITIVE)
              .takes("sampleRate", FRACTION_ABOVE_ZERO)
              .takes("iterations", COUNT),
          postHoc("TemperatureScaling").needs("temperature", POSITIVE),
          postHoc("PlattScaling").needs("slope", ANY_NUMBER).needs("intercept", ANY_NUMBER),
          postHoc("IsotonicRegression").needs("uri", ADDRESS),
          runtime("OutputClipping")
              .takes("min", ANY_NUMBER)
              .takes("max", ANY_NUMBER)
              .where(new OneOf(List.of("min", "max")))
              .where(new Ascending("min", "max")),
          runtime("InputLimit")
              .takes("maxBytes", BYTES)
              .takes("maxTokens", COUNT)
              .where(new OneOf(List.of("maxBytes", "maxTokens"))),
          runtime("ConfidenceThreshold")
              .needs("minimum", FRACTION)
              .takes("action", choice("Reject", "Fallback")),
          runtime("RateLimit").needs("requestsPerSecond", POSITIVE).takes("burst", COUNT),
          runtime("CircuitBreaker").needs("consecutiveErrors", COUNT).takes("openFor", SPAN),
          runtime("RetryCap").needs("maximum", COUNT_OR_ZERO),
          runtime("RequestTimeout").needs("timeout", SPAN),
          runtime("VerificationModel").needs("url", ADDRESS).needs("minimum", FRACTION));

  private RegularizerCatalogue() {}

  /** The type of that name; {@code Custom} is none of them. */
  public static Optional<RegularizerType> find(String name) {
    return TYPES.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  private static RegularizerType training(String name) {
    return RegularizerType.of(name, TRAINING);
  }

  private static RegularizerType postHoc(String name) {
    return RegularizerType.of(name, POST_HOC);
  }

  private static RegularizerType runtime(String name) {
    return RegularizerType.of(name, RUNTIME);
  }

  private static ParameterKind choice(String... words) {
    return new Choice(List.of(words));
  }
}
