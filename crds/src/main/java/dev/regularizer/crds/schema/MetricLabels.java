package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks labels of a metric with their values. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(max = 8)
@ValidationRule(
    value = "self.all(label, label.matches('" + Texts.LABEL_FORM + "') && label != '__name__')",
    messageExpression =
        "'found a name in matchLabels that no label of a metric can have; allowed: letters, digits"
            + " and `_`, not beginning with a digit, and not __name__; correct the name'")
public @interface MetricLabels {}
