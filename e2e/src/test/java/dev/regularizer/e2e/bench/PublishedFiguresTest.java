package dev.regularizer.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.e2e.Repository;
import dev.regularizer.e2e.generated.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the documentation says was measured is what the committed results say. */
class PublishedFiguresTest {

  @Test
  void theOperatorsTableIsTheOneOfItsResults() throws IOException {
    var results = Repository.root().resolve("e2e/results/operator.json");
    var figures = new ObjectMapper().readValue(results.toFile(), OperatorFigures.class);
    var document = Repository.root().resolve("operator/docs/operations.md");

    assertThat(new GeneratedPart("e2e/bench operator").in(Files.readString(document)))
        .isEqualTo(OperatorTable.of(figures).strip());
    assertThat(figures.rounds()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(figures.kills()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void theLooksTableIsTheOneOfItsResults() throws IOException {
    var published = new PublishedLook(Repository.root());
    assertThat(published.document()).hasContent(published.written());
  }
}
