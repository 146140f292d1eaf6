package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Address;
import dev.regularizer.crds.schema.BelowOne;
import dev.regularizer.crds.schema.ByteCount;
import dev.regularizer.crds.schema.Decimal;
import dev.regularizer.crds.schema.Fraction;
import dev.regularizer.crds.schema.HttpAddress;
import dev.regularizer.crds.schema.NotNegative;
import dev.regularizer.crds.schema.Positive;
import dev.regularizer.crds.schema.PositiveFraction;
import dev.regularizer.crds.schema.ShortDuration;
import dev.regularizer.crds.schema.Texts;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One regularizer: its type and the parameters that belong to the type. Each parameter has one
 * meaning wherever it appears; {@link RegularizerType} says which type takes which.
 */
@Wire
@ValidationRule(
    value =
        "!has(self.min) || !has(self.max) || !self.min.matches('"
            + Texts.DECIMAL_FORM
            + "') || !self.max.matches('"
            + Texts.DECIMAL_FORM
            + "') || double(self.min) < double(self.max)",
    messageExpression =
        "'found min \"' + self.min + '\" and max \"' + self.max + '\"; allowed: min below max;"
            + " exchange or correct them'")
public record RegularizerSpec(
    @JsonPropertyDescription("Kind of regularizer, from the catalogue; Custom for all others.")
        @Required
        @SchemaFrom(type = RegularizerType.class)
        String type,
    @JsonPropertyDescription(
            "Name of this regularizer on its model. Default: its type; Custom needs one.")
        @Size(min = 1, max = 63)
        @ValidationRule(
            value = "self.matches('^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?$')",
            messageExpression =
                Texts.FOUND
                    + "letters, digits and `-`, beginning and ending with a letter or digit"
                    + Texts.CORRECT_IT)
        @Nullable String name,
    @JsonPropertyDescription(
            "Strength of the penalty (L1, L2, WeightDecay, ElasticNet, KLDivergence), a decimal"
                + " number in quotes, at least 0.")
        @NotNegative
        @Nullable String strength,
    @JsonPropertyDescription(
            "Share of L1 in an ElasticNet, a decimal number in quotes from 0 to 1; the rest is L2.")
        @Fraction
        @Nullable String l1Ratio,
    @JsonPropertyDescription(
            "Share of units that Dropout leaves out, a decimal number in quotes from 0 to below 1.")
        @BelowOne
        @Nullable String rate,
    @JsonPropertyDescription(
            "Epochs without improvement after which EarlyStopping ends the training, 0 to 1000000.")
        @Min(0)
        @Max(1_000_000)
        @Nullable Integer patience,
    @JsonPropertyDescription(
            "Least improvement that EarlyStopping counts, a decimal number in quotes, at least 0."
                + " Default 0.")
        @NotNegative
        @Nullable String minDelta,
    @JsonPropertyDescription(
            "Probability that LabelSmoothing spreads over all classes, a decimal number in quotes"
                + " from 0 to below 1.")
        @BelowOne
        @Nullable String smoothing,
    @JsonPropertyDescription(
            "Momentum of the running statistics of BatchNormalization, a decimal number in quotes"
                + " from 0 to 1. Optional, for people.")
        @Fraction
        @Nullable String momentum,
    @JsonPropertyDescription(
            "What DataAugmentation or CurriculumLearning does, as text for people.")
        @Size(min = 1, max = 253)
        @Nullable String policy,
    @JsonPropertyDescription(
            "What NoiseInjection adds noise to: Inputs, Weights, Labels or Gradients.")
        @SchemaFrom(type = NoiseTarget.class)
        @Nullable String target,
    @JsonPropertyDescription(
            "Standard deviation of the noise of NoiseInjection, a decimal number in quotes, at"
                + " least 0.")
        @NotNegative
        @Nullable String standardDeviation,
    @JsonPropertyDescription(
            "Norm that gradients are clipped to (GradientClipping, DifferentialPrivacy), a decimal"
                + " number in quotes above 0.")
        @Positive
        @Nullable String maxNorm,
    @JsonPropertyDescription(
            "Distribution of a BayesianPrior over the weights, such as Gaussian; for people.")
        @Size(min = 1, max = 253)
        @Nullable String distribution,
    @JsonPropertyDescription(
            "Scale of the distribution of a BayesianPrior, a decimal number in quotes above 0.")
        @Positive
        @Nullable String scale,
    @JsonPropertyDescription(
            "Size of the perturbations of AdversarialTraining, a decimal number in quotes, at least"
                + " 0.")
        @NotNegative
        @Nullable String radius,
    @JsonPropertyDescription(
            "Norm in which the radius of AdversarialTraining is measured. Optional, for people.")
        @SchemaFrom(type = AttackNorm.class)
        @Nullable String norm,
    @JsonPropertyDescription(
            "Steps of one attack (AdversarialTraining) or of the whole training"
                + " (DifferentialPrivacy), 1 to 1000000000.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Integer iterations,
    @JsonPropertyDescription(
            "Share of weights that Pruning sets to zero, a decimal number in quotes from 0 to below"
                + " 1.")
        @BelowOne
        @Nullable String sparsity,
    @JsonPropertyDescription(
            "Privacy loss of DifferentialPrivacy, a decimal number in quotes above 0.")
        @Positive
        @Nullable String epsilon,
    @JsonPropertyDescription(
            "Probability that the promise of DifferentialPrivacy does not hold, a decimal number in"
                + " quotes from 0 to below 1.")
        @BelowOne
        @Nullable String delta,
    @JsonPropertyDescription(
            "Whose data DifferentialPrivacy protects, such as Example or User; for people.")
        @Size(min = 1, max = 253)
        @Nullable String unit,
    @JsonPropertyDescription("How DifferentialPrivacy adds up losses, such as RDP; for people.")
        @Size(min = 1, max = 253)
        @Nullable String accountant,
    @JsonPropertyDescription(
            "Noise of DifferentialPrivacy relative to maxNorm, a decimal number in quotes, at least"
                + " 0.")
        @NotNegative
        @Nullable String noiseMultiplier,
    @JsonPropertyDescription(
            "Share of the examples in one batch of DifferentialPrivacy, a decimal number in quotes"
                + " above 0, at most 1.")
        @PositiveFraction
        @Nullable String sampleRate,
    @JsonPropertyDescription(
            "Temperature by which TemperatureScaling divides the logits, a decimal number in quotes"
                + " above 0; 1 changes nothing.")
        @Positive
        @Nullable String temperature,
    @JsonPropertyDescription("Slope of PlattScaling, a decimal number in quotes.") @Decimal
        @Nullable String slope,
    @JsonPropertyDescription("Intercept of PlattScaling, a decimal number in quotes.") @Decimal
        @Nullable String intercept,
    @JsonPropertyDescription(
            "Where the table of IsotonicRegression lies, as scheme://place. For people and the"
                + " model server.")
        @Address
        @Nullable String uri,
    @JsonPropertyDescription(
            "Least value that OutputClipping lets out, a decimal number in quotes, below max.")
        @Decimal
        @Nullable String min,
    @JsonPropertyDescription(
            "Greatest value that OutputClipping lets out, a decimal number in quotes, above min.")
        @Decimal
        @Nullable String max,
    @JsonPropertyDescription(
            "Greatest input that InputLimit lets in, bytes as a quantity such as 4Mi.")
        @ByteCount
        @Nullable String maxBytes,
    @JsonPropertyDescription("Greatest number of tokens that InputLimit lets in, 1 to 1000000000.")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable Integer maxTokens,
    @JsonPropertyDescription(
            "Least confidence of an answer (ConfidenceThreshold) or least agreement"
                + " (VerificationModel), a decimal number in quotes from 0 to 1.")
        @Fraction
        @Nullable String minimum,
    @JsonPropertyDescription(
            "What ConfidenceThreshold does with an answer below the minimum: Reject or Fallback."
                + " Default Reject.")
        @SchemaFrom(type = ThresholdAction.class)
        @Nullable String action,
    @JsonPropertyDescription(
            "Requests per second and pod that RateLimit lets in, a decimal number in quotes above"
                + " 0.")
        @Positive
        @Nullable String requestsPerSecond,
    @JsonPropertyDescription(
            "Requests that RateLimit lets in at once, 1 to 1000000. Default: one second's worth.")
        @Min(1)
        @Max(1_000_000)
        @Nullable Integer burst,
    @JsonPropertyDescription("Errors in a row after which CircuitBreaker opens, 1 to 1000000.")
        @Min(1)
        @Max(1_000_000)
        @Nullable Integer consecutiveErrors,
    @JsonPropertyDescription(
            "How long CircuitBreaker stays open, a duration from 1ms to 1h. Default 30s.")
        @ShortDuration
        @Nullable String openFor,
    @JsonPropertyDescription(
            "Greatest number of retries that RetryCap allows for one request, 0 to 100.")
        @Min(0)
        @Max(100)
        @Nullable Integer maximum,
    @JsonPropertyDescription(
            "Longest time that RequestTimeout gives one request, a duration from 1ms to 1h.")
        @ShortDuration
        @Nullable String timeout,
    @JsonPropertyDescription(
            "Where the second opinion of VerificationModel is asked for, an http or https URL.")
        @HttpAddress
        @Nullable String url,
    @JsonPropertyDescription("When a Custom regularizer acts: Training, PostHoc or Runtime.")
        @SchemaFrom(type = Stage.class)
        @Nullable String stage,
    @JsonPropertyDescription("Parameters of a Custom regularizer, at most 32 names with values.")
        @Size(max = 32)
        @Nullable List<CustomParameter> parameters) {}
