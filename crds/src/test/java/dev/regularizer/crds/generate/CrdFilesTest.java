package dev.regularizer.crds.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed CRDs are what the records say, small enough, documented and bounded. */
class CrdFilesTest {
  private static final int LARGEST = 200 * 1024;

  static List<CustomResourceDefinition> crds() {
    return Crds.all();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void committedManifestIsCurrent(CustomResourceDefinition crd) {
    CommittedFile.of(crd.getMetadata().getName() + ".yaml").mustBe(CrdYaml.text(crd));
  }

  @Test
  void committedEditorSchemaIsCurrent() {
    var crd = Crds.regularizedModel();
    var name = crd.getSpec().getNames().getKind().toLowerCase(Locale.ROOT);
    CommittedFile.of("schema/" + name + ".schema.json").mustBe(EditorSchema.text(crd));
  }

  @Test
  void nothingElseLooksLikeAManifest() throws IOException {
    try (var files = Files.list(Path.of(""))) {
      assertThat(files.map(Path::toString).filter(f -> f.matches(".*\\.(ya?ml|json)")))
          .containsExactlyInAnyOrder(
              "regularizedmodels.regularizer.dev.yaml", "modelrevisions.regularizer.dev.yaml");
    }
  }

  @ParameterizedTest
  @MethodSource("crds")
  void manifestIsSmall(CustomResourceDefinition crd) {
    assertThat(CrdYaml.text(crd).getBytes(UTF_8).length).isLessThan(LARGEST);
  }

  @ParameterizedTest
  @MethodSource("crds")
  void everyFieldHasADescription(CustomResourceDefinition crd) {
    var silent =
        SchemaFields.of(crd).stream()
            .filter(field -> !field.isItem())
            .filter(field -> isBlank(field.schema().getDescription()))
            .map(SchemaFields.Field::path);
    assertThat(silent).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void everyValueIsBounded(CustomResourceDefinition crd) {
    var unbounded =
        SchemaFields.of(crd).stream()
            .filter(field -> !isBounded(field))
            .map(SchemaFields.Field::path);
    assertThat(unbounded).isEmpty();
  }

  @Test
  void noDefaultsWhereTheyWouldChangeADigestOrListItem() {
    var defaults =
        SchemaFields.of(Crds.regularizedModel()).stream()
            .filter(f -> (f.path() + ".").startsWith("spec.revision.") || f.path().contains("[]"))
            .filter(f -> f.schema().getDefault() != null)
            .map(SchemaFields.Field::path);
    assertThat(defaults).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void everyRuleSaysWhatIsAllowed(CustomResourceDefinition crd) {
    for (var field : SchemaFields.of(crd)) {
      for (var rule : field.schema().getXKubernetesValidations()) {
        var message =
            isBlank(rule.getMessageExpression()) ? rule.getMessage() : rule.getMessageExpression();
        assertThat(message)
            .as("rule of %s", field.path())
            .contains("found ")
            .contains("; allowed: ")
            .matches(".*; allowed: .*[;,] .*");
      }
    }
  }

  private static boolean isBounded(SchemaFields.Field field) {
    var schema = field.schema();
    return switch (schema.getType()) {
      case "string" -> schema.getMaxLength() != null || !schema.getEnum().isEmpty();
      case "integer" -> schema.getMinimum() != null && schema.getMaximum() != null;
      case "array" -> schema.getMaxItems() != null;
      case "boolean" -> true;
      case "object" ->
          schema.getAdditionalProperties() == null || schema.getMaxProperties() != null;
      default -> false;
    };
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
