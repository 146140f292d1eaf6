package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a text that is a decimal number above 0 and below 1. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = Texts.DECIMAL_LENGTH)
@ValidationRule(
    value = Texts.PROPER_FRACTION,
    messageExpression =
        Texts.FOUND + Texts.A_DECIMAL + "above 0 and below 1, such as \"0.01\"" + Texts.CORRECT_IT)
public @interface ProperFraction {}
