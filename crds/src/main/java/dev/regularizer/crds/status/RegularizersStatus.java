package dev.regularizer.crds.status;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Regularizers of the newest revision, for people. */
@Wire
public record RegularizersStatus(
    @JsonPropertyDescription("All of them in one line, such as L2=0.0001 Dropout/head=0.2.")
        @Size(max = 4096)
        @Nullable String summary,
    @JsonPropertyDescription("What differs between stable and candidate.") @Size(max = 512)
        List<RegularizerChange> changes,
    @JsonPropertyDescription("Combinations that confuse each other, as sentences.") @Size(max = 32)
        List<String> warnings) {
  /** Absent lists are empty. */
  public RegularizersStatus {
    changes = Lists.orEmpty(changes);
    warnings = Lists.orEmpty(warnings);
  }
}
