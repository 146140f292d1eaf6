package dev.regularizer.crds.revision;

import static dev.regularizer.crds.revision.Stage.PostHoc;
import static dev.regularizer.crds.revision.Stage.Runtime;
import static dev.regularizer.crds.revision.Stage.Training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The catalogue: every type with the parameters it needs and those it may have. */
public enum RegularizerType {
  L1(Training, "strength", ""),
  L2(Training, "strength", ""),
  WeightDecay(Training, "strength", ""),
  ElasticNet(Training, "strength l1Ratio", ""),
  Dropout(Training, "rate", ""),
  EarlyStopping(Training, "patience", "minDelta"),
  LabelSmoothing(Training, "smoothing", ""),
  BatchNormalization(Training, "", "momentum"),
  DataAugmentation(Training, "policy", ""),
  CurriculumLearning(Training, "policy", ""),
  NoiseInjection(Training, "target standardDeviation", ""),
  GradientClipping(Training, "maxNorm", ""),
  KLDivergence(Training, "strength", ""),
  BayesianPrior(Training, "distribution scale", ""),
  AdversarialTraining(Training, "radius", "norm iterations"),
  Pruning(Training, "sparsity", ""),
  DifferentialPrivacy(
      Training, "epsilon delta", "unit accountant noiseMultiplier maxNorm sampleRate iterations"),
  TemperatureScaling(PostHoc, "temperature", ""),
  PlattScaling(PostHoc, "slope intercept", ""),
  IsotonicRegression(PostHoc, "uri", ""),
  OutputClipping(Runtime, "", "min max"),
  InputLimit(Runtime, "", "maxBytes maxTokens"),
  ConfidenceThreshold(Runtime, "minimum", "action"),
  RateLimit(Runtime, "requestsPerSecond", "burst"),
  CircuitBreaker(Runtime, "consecutiveErrors", "openFor"),
  RetryCap(Runtime, "maximum", ""),
  RequestTimeout(Runtime, "timeout", ""),
  VerificationModel(Runtime, "url minimum", ""),
  Custom(null, "name stage", "parameters");

  private final @Nullable Stage stage;
  private final String required;
  private final String optional;

  RegularizerType(@Nullable Stage stage, String required, String optional) {
    this.stage = stage;
    this.required = required;
    this.optional = optional;
  }

  /** When it acts; null where the user says so. */
  public @Nullable Stage stage() {
    return stage;
  }

  /** Fields it needs beside `type`. */
  public List<String> required() {
    return words(required);
  }

  /** Further fields it may have beside `type` and `name`. */
  public List<String> optional() {
    return words(optional);
  }

  private static List<String> words(String names) {
    return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
  }
}
