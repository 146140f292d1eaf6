package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** One immutable combination of model, regularizers and pod template. */
@Group(RegularizedModel.GROUP)
@Version(RegularizedModel.VERSION)
@Kind("ModelRevision")
@Singular("modelrevision")
@Plural("modelrevisions")
@ShortNames("mrev")
@Categories("mlrollout")
public class ModelRevision extends CustomResource<ModelRevisionSpec, ModelRevisionStatus>
    implements Namespaced {
  @Required
  @JsonPropertyDescription("What the revision is; it never changes.")
  @Override
  public ModelRevisionSpec getSpec() {
    return super.getSpec();
  }

  @JsonPropertyDescription("What became of it.")
  @Override
  public ModelRevisionStatus getStatus() {
    return super.getStatus();
  }
}
