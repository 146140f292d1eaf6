package dev.regularizer.crds;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Texts;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/** A model that is served, with which regularizers, and what must stay true. */
@Group(RegularizedModel.GROUP)
@Version(RegularizedModel.VERSION)
@Kind("RegularizedModel")
@Singular("regularizedmodel")
@Plural("regularizedmodels")
@ShortNames("rmodel")
@Categories("mlrollout")
@ValidationRule(
    value =
        "size(self.metadata.name) <= 35 && self.metadata.name.matches('"
            + Texts.DNS_1035_FORM
            + "')",
    messageExpression =
        "'found metadata.name ' + strings.quote(self.metadata.name) + '; allowed: at most 35"
            + " lower-case letters, digits and `-`, beginning with a letter and ending with a"
            + " letter or digit, since names of Services and pods grow from it; choose such a"
            + " name'")
@ValidationRule(
    value =
        "(has(self.spec.service.name) ? self.spec.service.name : self.metadata.name) =="
            + " (has(oldSelf.spec.service.name) ? oldSelf.spec.service.name : self.metadata.name)",
    messageExpression =
        "'found spec.service.name \"' + (has(self.spec.service.name) ? self.spec.service.name :"
            + " self.metadata.name) + '\"; allowed: what it was, \"' + (has(oldSelf.spec.service"
            + ".name) ? oldSelf.spec.service.name : self.metadata.name) + '\", since clients use"
            + " it; put it back, or add a Service of your own'")
public class RegularizedModel extends CustomResource<RegularizedModelSpec, RegularizedModelStatus>
    implements Namespaced {
  /** Group of all our resources. */
  public static final String GROUP = "regularizer.dev";

  /** Version of all our resources. */
  public static final String VERSION = "v1alpha1";

  @Required
  @JsonPropertyDescription("What is asked for.")
  @Override
  public RegularizedModelSpec getSpec() {
    return super.getSpec();
  }

  @JsonPropertyDescription("What the operator reports; written by the operator only.")
  @Override
  public RegularizedModelStatus getStatus() {
    return super.getStatus();
  }
}
