package dev.regularizer.crds.generate;

import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the wire record behind a schema and the rules its annotations carry inside. */
final class RecordFields {
  private RecordFields() {}

  /** The component of a record that a property stands for. */
  static Optional<RecordComponent> component(Class<?> record, String property) {
    return record.isRecord()
        ? Arrays.stream(record.getRecordComponents())
            .filter(c -> c.getName().equals(property))
            .findFirst()
        : Optional.empty();
  }

  /** The type a component is described by; for a list that of its items, for a map its values. */
  static Class<?> type(RecordComponent component) {
    var swapped = field(component).getAnnotation(SchemaFrom.class);
    if (swapped != null) {
      return swapped.type();
    }
    return component.getGenericType() instanceof ParameterizedType many
        ? (Class<?>) many.getActualTypeArguments()[many.getActualTypeArguments().length - 1]
        : component.getType();
  }

  /** Rules inside composed annotations such as `Positive`, which the generator does not see. */
  static List<io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule> composedRules(
      RecordComponent component) {
    return Arrays.stream(field(component).getAnnotations())
        .flatMap(a -> Arrays.stream(a.annotationType().getAnnotationsByType(ValidationRule.class)))
        .map(rule ->
            new ValidationRuleBuilder()
                .withRule(rule.value())
                .withMessageExpression(rule.messageExpression())
                .build())
        .toList();
  }

  private static Field field(RecordComponent component) {
    try {
      return component.getDeclaringRecord().getDeclaredField(component.getName());
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
