package dev.regularizer.crds.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.crds.generate.Crds;
import dev.regularizer.crds.generate.SchemaFields;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** No rule of a CRD is without cases, and no schema pattern goes around them. */
class RuleCoverageTest {

  @Test
  void everyRuleHasCases() {
    var cases = RuleCase.all();
    var without = new ArrayList<String>();
    for (var crd : Crds.all()) {
      for (var field : SchemaFields.of(crd)) {
        for (var rule : field.schema().getXKubernetesValidations()) {
          if (cases.stream().noneMatch(c -> covers(c, field.path(), rule))) {
            without.add(field.path() + ": " + text(rule));
          }
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void everyCaseHasBothKinds() {
    assertThat(RuleCase.all())
        .allSatisfy(c -> {
          assertThat(c.accepts()).isNotEmpty();
          assertThat(c.refuses()).isNotEmpty();
        });
  }

  @Test
  void textFormsAreCheckedByRulesOnly() {
    for (var crd : Crds.all()) {
      assertThat(SchemaFields.of(crd))
          .allSatisfy(field -> assertThat(field.schema().getPattern()).isNull());
    }
  }

  private static boolean covers(RuleCase entry, String path, ValidationRule rule) {
    return entry.schemaPath().equals(path) && text(rule).contains(entry.says());
  }

  private static String text(ValidationRule rule) {
    return rule.getMessageExpression() == null || rule.getMessageExpression().isEmpty()
        ? rule.getMessage()
        : rule.getMessageExpression();
  }
}
