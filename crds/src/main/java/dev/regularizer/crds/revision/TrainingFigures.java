package dev.regularizer.crds.revision;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Decimal;
import dev.regularizer.crds.schema.NotNegative;
import dev.regularizer.crds.schema.Wire;
import org.jspecify.annotations.Nullable;

/** Figures of the training, declared by the trainer. */
@Wire
public record TrainingFigures(
    @JsonPropertyDescription(
            "Loss on the training set at the end of the training, a decimal number in quotes."
                + " Optional.")
        @Decimal
        @Nullable String trainLoss,
    @JsonPropertyDescription(
            "Loss on the validation set at the end of the training, a decimal number in quotes."
                + " Optional.")
        @Decimal
        @Nullable String validationLoss,
    @JsonPropertyDescription(
            "Norm of the model's weights, a decimal number in quotes, at least 0. Optional.")
        @NotNegative
        @Nullable String weightNorm) {}
