package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a name that is a DNS label (RFC 1035), the form of Service names. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 63)
@ValidationRule(
    value = "self.matches('" + Texts.DNS_1035_FORM + "')",
    messageExpression =
        Texts.FOUND
            + "lower-case letters, digits and `-`, beginning with a letter and ending with a letter"
            + " or digit"
            + Texts.CORRECT_IT)
public @interface ServiceName {}
