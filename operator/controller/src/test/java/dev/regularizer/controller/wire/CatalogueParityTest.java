package dev.regularizer.controller.wire;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.regularizer.ParameterSpec;
import dev.regularizer.core.regularizer.RegularizerCatalogue;
import dev.regularizer.crds.revision.RegularizerType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API server and the core take the same regularizers with the same parameters. */
class CatalogueParityTest {

  @Test
  void requiredParametersAgree() {
    assertThat(
            Arrays.stream(RegularizerType.values())
                .filter(type -> type != RegularizerType.Custom)
                .collect(toMap(RegularizerType::name, type -> Set.copyOf(type.required()))))
        .isEqualTo(
            RegularizerCatalogue.TYPES.stream()
                .collect(toMap(type -> type.name(), type -> names(type.parameters(), true))));
  }

  @Test
  void optionalParametersAgree() {
    assertThat(
            Arrays.stream(RegularizerType.values())
                .filter(type -> type != RegularizerType.Custom)
                .collect(toMap(RegularizerType::name, type -> Set.copyOf(type.optional()))))
        .isEqualTo(
            RegularizerCatalogue.TYPES.stream()
                .collect(toMap(type -> type.name(), type -> names(type.parameters(), false))));
  }

  private static Set<String> names(List<ParameterSpec> parameters, boolean required) {
    return parameters.stream()
        .filter(parameter -> parameter.required() == required)
        .map(ParameterSpec::name)
        .collect(toSet());
  }
}
