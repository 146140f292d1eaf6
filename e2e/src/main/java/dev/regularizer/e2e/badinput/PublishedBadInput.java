package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.e2e.generated.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of what became of malformed requests, made from the raw results. */
final class PublishedBadInput {
  private final Path repository;

  PublishedBadInput(Path repository) {
    this.repository = repository;
  }

  Path raw() {
    return repository.resolve("e2e/results/badinput.json");
  }

  Path document() {
    return repository.resolve("operator/docs/badinput.md");
  }

  BadInputResults results() throws IOException {
    return new ObjectMapper().readValue(raw().toFile(), BadInputResults.class);
  }

  /** The document with the table of the raw results. */
  String written() throws IOException {
    return new GeneratedPart("e2e/bench badinput")
        .replaced(Files.readString(document()), results().table());
  }
}
