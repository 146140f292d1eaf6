package dev.regularizer.e2e.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.e2e.generated.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The table of the benchmark of one look, made from its raw figures. */
public final class PublishedLook {
  private static final String NONE =
      "Not measured on this revision yet; `e2e/bench look` writes the table here.";

  private final Path repository;

  PublishedLook(Path repository) {
    this.repository = repository;
  }

  /** Writes the table, and fails when a goal is missed. Argument: the source tree. */
  public static void main(String[] arguments) throws IOException {
    var published = new PublishedLook(Path.of(arguments[0]));
    Files.writeString(published.document(), published.written());
    var figures = published.figures().orElseThrow();
    System.out.println(figures.table());
    System.exit(figures.goals().stream().allMatch(Goal::met) ? 0 : 1);
  }

  /** The raw figures; empty when there are none of this revision. */
  Optional<LookFigures> figures() throws IOException {
    var file = repository.resolve("e2e/results/look.json");
    return Files.exists(file)
        ? Optional.of(new ObjectMapper().readValue(file.toFile(), LookFigures.class))
        : Optional.empty();
  }

  Path document() {
    return repository.resolve("operator/docs/operations.md");
  }

  /** The document with the table of the raw figures. */
  String written() throws IOException {
    return new GeneratedPart("e2e/bench look")
        .replaced(Files.readString(document()), figures().map(LookFigures::table).orElse(NONE));
  }
}
