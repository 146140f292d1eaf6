package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a duration from 10s to 720h. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = Texts.DURATION_LENGTH)
@ValidationRule(
    value =
        Texts.IS_DURATION
            + " && duration(self) >= duration('10s') && duration(self) <= duration('720h')",
    messageExpression = Texts.FOUND + Texts.A_DURATION + "from 10s to 720h" + Texts.CORRECT_IT)
public @interface LongDuration {}
