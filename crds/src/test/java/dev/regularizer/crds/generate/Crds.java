package dev.regularizer.crds.generate;

import dev.regularizer.crds.ModelRevision;
import dev.regularizer.crds.ModelRevisionSpec;
import dev.regularizer.crds.ModelRevisionStatus;
import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.crds.RegularizedModelSpec;
import dev.regularizer.crds.RegularizedModelStatus;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.List;

/** The CRDs of this project, freshly generated. */
public final class Crds {
  private Crds() {}

  /** All of them. */
  public static List<CustomResourceDefinition> all() {
    return List.of(regularizedModel(), modelRevision());
  }

  static CustomResourceDefinition regularizedModel() {
    return CrdGeneration.of(
        RegularizedModel.class, RegularizedModelSpec.class, RegularizedModelStatus.class);
  }

  static CustomResourceDefinition modelRevision() {
    return CrdGeneration.of(
        ModelRevision.class, ModelRevisionSpec.class, ModelRevisionStatus.class);
  }
}
