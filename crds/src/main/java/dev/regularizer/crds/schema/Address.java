package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a URI of any scheme that carries no user and no password. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 1024)
@ValidationRule(
    value =
        "self.matches('^[a-z][-a-z0-9+.]*://[!-~]+$') &&"
            + " !self.matches('^[a-z][-a-z0-9+.]*://[^/]*@')",
    messageExpression =
        Texts.FOUND
            + "scheme://place of plain characters without spaces, user or password"
            + Texts.CORRECT_IT)
public @interface Address {}
