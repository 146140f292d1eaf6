package dev.regularizer.crds.attempt;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Figure;
import dev.regularizer.crds.schema.Lists;
import dev.regularizer.crds.schema.Moment;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/** How stable's windows before an attempt were read, for a replay. */
@Wire
public record HistoryReadingStatus(
    @JsonPropertyDescription("End of the last window, RFC 3339.") @Required @Moment String end,
    @JsonPropertyDescription("Scrape interval of the connection, a duration.") @Required @Figure
        String scrapeInterval,
    @JsonPropertyDescription("Places of the pieces whose answer could not be used, from 0.")
        @Size(max = 100)
        List<Integer> unusable,
    @JsonPropertyDescription("Late starts of processes its counts depend on.") @Size(max = 24)
        List<String> podStarts) {
  /** Absent lists are empty. */
  public HistoryReadingStatus {
    unusable = Lists.orEmpty(unusable);
    podStarts = Lists.orEmpty(podStarts);
  }
}
