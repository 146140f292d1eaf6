package dev.regularizer.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.e2e.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The published table is that of the raw results, and no case of today is missing in them. */
class PublishedBadInputTest {
  private final PublishedBadInput published = new PublishedBadInput(Repository.root());

  @Test
  void theTableShowsTheRawResults() throws IOException {
    assertThat(Files.readString(published.document())).isEqualTo(published.written());
  }

  @Test
  void nothingIsWrong() throws IOException {
    assertThat(published.results().problems()).isEmpty();
  }

  @Test
  void everyCaseWasPlayed() throws IOException {
    assertThat(
            published.results().groups().stream()
                .filter(group -> !group.name().equals(HostileTexts.GROUP))
                .flatMap(group -> group.cases().stream())
                .map(it -> it.group() + ": " + it.name()))
        .containsExactlyElementsOf(
            BadGroup.all().stream()
                .flatMap(group -> group.cases().stream())
                .map(BadCase::toString)
                .toList())
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(270);
  }

  @Test
  void everyHostileTextWasPlayedTwice() throws IOException {
    assertThat(published.results().groups())
        .filteredOn(group -> group.name().equals(HostileTexts.GROUP))
        .singleElement()
        .satisfies(
            group -> assertThat(group.cases()).hasSize(2 * HostileTexts.read().texts().size()));
  }

  @Test
  void aRequestThatWasNotRefusedIsAProblem() {
    var one = new CaseResult("g", "one", "REFUSED", Clarity.UNCLEAR, "", "it was accepted", 1);
    var results =
        new BadInputResults(
            "c", "0", "v1", List.of(new BadInputResults.Group("g", "title", List.of(one))));
    assertThat(results.problems()).containsExactly("g: one: it was accepted");
  }
}
