package dev.regularizer.e2e.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a RegularizedModel says about itself, read as any user of the API reads it. */
public record ModelView(JsonNode object) {

  /** One condition of the status. */
  public record Condition(String type, String status, String reason, String message) {}

  public String phase() {
    return text("/status/phase").orElse("");
  }

  public String message() {
    return text("/status/message").orElse("");
  }

  /** Whether the status is about the spec as it is now. */
  public boolean upToDateWithSpec() {
    return object.at("/status/observedGeneration").asLong() == generation();
  }

  public long generation() {
    return object.at("/metadata/generation").asLong();
  }

  /** Name of the revision that serves users. */
  public Optional<String> stable() {
    return text("/status/stable/revision");
  }

  /** Why it serves them. */
  public Optional<String> stableReason() {
    return text("/status/stable/reason");
  }

  /** Name of the revision on trial. */
  public Optional<String> candidate() {
    return text("/status/candidate/revision");
  }

  /** Name of the old stable while it is kept warm. */
  public Optional<String> previous() {
    return text("/status/previous/revision");
  }

  /** Percent of the traffic seen at the candidate. */
  public int candidateWeight() {
    return object.at("/status/candidate/weight").asInt();
  }

  public int step() {
    return object.at("/status/candidate/step").asInt();
  }

  public int steps() {
    return object.at("/status/candidate/steps").asInt();
  }

  /** Evidence for rolling back; 1 decides. */
  public double evidence() {
    return object.at("/status/candidate/evidence").asDouble();
  }

  /** The condition of that type, if the status has it. */
  public Optional<Condition> condition(String type) {
    for (var each : object.at("/status/conditions")) {
      if (each.path("type").asText().equals(type)) {
        return Optional.of(
            new Condition(
                type,
                each.path("status").asText(),
                each.path("reason").asText(),
                each.path("message").asText()));
      }
    }
    return Optional.empty();
  }

  /** Whether a condition has this status. */
  public boolean is(String type, String status) {
    return condition(type).filter(found -> found.status().equals(status)).isPresent();
  }

  /** Whether any condition gives this reason. */
  public boolean hasReason(String reason) {
    for (var each : object.at("/status/conditions")) {
      if (each.path("reason").asText().equals(reason)) {
        return true;
      }
    }
    return false;
  }

  /** What a command is bound to now. */
  public Optional<String> token() {
    return text("/status/token");
  }

  /** How the last command was answered. */
  public Optional<String> answer() {
    return text("/status/command/result");
  }

  /** How this command was answered, if it is the last one. */
  public Optional<String> answered(String command) {
    return text("/status/command/value").filter(command::equals).flatMap(it -> answer());
  }

  private Optional<String> text(String pointer) {
    var found = object.at(pointer);
    return found.isTextual() && !found.asText().isEmpty()
        ? Optional.of(found.asText())
        : Optional.empty();
  }
}
