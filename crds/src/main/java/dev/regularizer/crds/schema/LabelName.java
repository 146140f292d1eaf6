package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the name of a label of a metric. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 63)
@ValidationRule(
    value = "self.matches('" + Texts.LABEL_FORM + "') && self != '__name__'",
    messageExpression =
        Texts.FOUND
            + "name of a label: letters, digits and `_`, beginning with a letter or `_`, and"
            + " not __name__"
            + Texts.CORRECT_IT)
public @interface LabelName {}
