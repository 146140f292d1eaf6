package dev.regularizer.crds.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a number of bytes as a quantity. */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@JacksonAnnotationsInside
@Size(min = 1, max = 16)
@ValidationRule(
    value = "self.matches('^[1-9][0-9]*(k|M|G|Ki|Mi|Gi)?$')",
    messageExpression =
        Texts.FOUND
            + "bytes in quotes, whole and above 0, with k, M, G, Ki, Mi, Gi or nothing, such as 4Mi"
            + Texts.CORRECT_IT)
public @interface ByteCount {}
