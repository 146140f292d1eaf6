package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** Values of a label by which series are told apart. */
@Wire
public record SeriesLabel(
    @JsonPropertyDescription("Name of the label.") @Required @Size(min = 1, max = 256) String name,
    @JsonPropertyDescription("Values; a missing label has the empty one.") @Size(max = 32)
        List<String> values) {
  /** Absent lists are empty. */
  public SeriesLabel {
    values = Lists.orEmpty(values);
  }
}
