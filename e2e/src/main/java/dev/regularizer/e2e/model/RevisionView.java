package dev.regularizer.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a ModelRevision says about itself. The oldest comes first. */
public record RevisionView(JsonNode object) implements Comparable<RevisionView> {
  private static final Comparator<RevisionView> ORDER =
      Comparator.comparing(RevisionView::created).thenComparing(RevisionView::name);

  public String name() {
    return object.at("/metadata/name").asText();
  }

  public String uid() {
    return object.at("/metadata/uid").asText();
  }

  public Instant created() {
    return Instant.parse(object.at("/metadata/creationTimestamp").asText());
  }

  public String role() {
    return object.at("/status/role").asText();
  }

  /** How the revision's last attempt ended; empty while it runs. */
  public String outcome() {
    return object.at("/status/outcome").asText();
  }

  /** The reason of the last attempt's end. */
  public String reason() {
    return attempt().at("/ending/reason").asText();
  }

  /** What was decided at the last attempt's end, with figures. */
  public String message() {
    return attempt().at("/ending/message").asText();
  }

  /** The SLI that decided the last attempt. */
  public Optional<String> decidingSli() {
    var found = attempt().at("/ending/sli").asText();
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  public int attempts() {
    return object.at("/status/attempts").size();
  }

  /** The last attempt. */
  public JsonNode attempt() {
    var attempts = object.at("/status/attempts");
    return attempts.path(attempts.size() - 1);
  }

  /** Figures of the last attempt, one entry an SLI. */
  public List<SliView> slis() {
    return StreamSupport.stream(attempt().path("slis").spliterator(), false)
        .map(SliView::new)
        .toList();
  }

  /** Figures of one SLI. */
  public Optional<SliView> sli(String name) {
    return slis().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The part of the name that tells revisions of one model apart. */
  public String suffix() {
    return name().substring(name().lastIndexOf('-') + 1);
  }

  @Override
  public int compareTo(RevisionView other) {
    return ORDER.compare(this, other);
  }
}
