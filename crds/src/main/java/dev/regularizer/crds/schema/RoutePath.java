package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an absolute path of requests. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 253)
@ValidationRule(
    value = "self.matches('^/[-A-Za-z0-9._~/]*$') && !self.contains('//')",
    messageExpression =
        Texts.FOUND
            + "an absolute path of letters, digits and -._~ without //, such as /v1/feedback"
            + Texts.CORRECT_IT)
public @interface RoutePath {}
