package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the name of a metric. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 200)
@ValidationRule(
    value = "self.matches('" + Texts.METRIC_FORM + "')",
    messageExpression =
        Texts.FOUND + "letters, digits, `_` and `:`, not beginning with a digit" + Texts.CORRECT_IT)
public @interface MetricName {}
