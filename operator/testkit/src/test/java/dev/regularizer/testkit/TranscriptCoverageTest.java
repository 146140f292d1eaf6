package dev.regularizer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.rollout.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No row of the design's table and no reason is without a transcript. */
class TranscriptCoverageTest {
  private static final Path DIRECTORY = Path.of("src/test/resources/transcripts");
  private static final Pattern REASON = Pattern.compile("=> [A-Za-z]+ ([A-Za-z]+) ");

  /**
   * Reasons a decision never carries: BakeReturn is why the pointer moved, asserted by
   * BakeTranscriptsTest; DependencyMissing and PolicyOutOfReach are reasons of conditions beside
   * the decision's own.
   */
  private static final Set<Reason> NOT_DECIDED =
      Set.of(Reason.BakeReturn, Reason.DependencyMissing, Reason.PolicyOutOfReach);

  @Test
  void everyRowHasATranscript() throws IOException {
    var shown = transcripts().stream().map(text -> text.lines().findFirst().orElseThrow()).toList();
    assertThat(Rows.ALL).allSatisfy(row -> assertThat(shown).contains("# " + row));
  }

  @Test
  void everyReasonHasATranscript() throws IOException {
    var shown = new ArrayList<String>();
    for (var text : transcripts()) {
      REASON.matcher(text).results().map(found -> found.group(1)).forEach(shown::add);
    }
    assertThat(Arrays.stream(Reason.values()).filter(one -> !NOT_DECIDED.contains(one)))
        .allSatisfy(reason -> assertThat(shown).contains(reason.name()));
  }

  private static List<String> transcripts() throws IOException {
    try (var files = Files.list(DIRECTORY)) {
      var all = new ArrayList<String>();
      for (var file : files.sorted().toList()) {
        all.add(Files.readString(file));
      }
      return all;
    }
  }
}
