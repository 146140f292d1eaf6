package dev.regularizer.e2e.verdict;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.regularizer.e2e.verdict.VerdictResults.Result;
import dev.regularizer.testkit.verdict.Cell;
import dev.regularizer.testkit.verdict.Outcome;
import dev.regularizer.testkit.verdict.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays the whole simulation of the verdict on all cores and publishes what came of it. */
public final class VerdictBench {

  /** Where the raw figures are, in the source tree. */
  static final String RESULTS = "e2e/results/verdict.json";

  /** Where the tables are, in the source tree. */
  static final String DOCUMENT = "operator/docs/verdict.md";

  private VerdictBench() {}

  /**
   * Arguments: the source tree, its commit, and "missing" to play only cells that are not published
   * yet, or whose first runs do not end as published any more.
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path file = root.resolve(RESULTS);
    boolean all = arguments.length < 3 || !arguments[2].equals("missing");
    List<Result> published =
        all || !Files.exists(file)
            ? List.of()
            : json().readValue(file.toFile(), VerdictResults.class).cells();
    VerdictResults results = play(arguments[1], published);
    Files.createDirectories(file.getParent());
    json().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
    Path document = root.resolve(DOCUMENT);
    Files.writeString(document, VerdictTables.of(results).writtenTo(Files.readString(document)));
    List<String> missed = results.cells().stream().flatMap(cell -> cell.missed().stream()).toList();
    results.cells().stream()
        .flatMap(cell -> cell.aimedTooHigh().stream())
        .forEach(System.out::println);
    missed.forEach(System.out::println);
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  /** Reads and writes results. */
  static ObjectMapper json() {
    return new ObjectMapper();
  }

  private static VerdictResults play(String commit, List<Result> published) {
    List<Result> results = new ArrayList<>();
    for (Cell cell : Suite.cells()) {
      Outcome slice = cell.play(Suite.SEED, cell.slice());
      Optional<Result> known =
          published.stream()
              .filter(one -> one.name().equals(cell.name()) && one.slice().equals(slice))
              .filter(one -> one.outcome().runs() == cell.runs())
              .findFirst();
      Outcome outcome =
          known.map(Result::outcome).orElseGet(() -> cell.play(Suite.SEED, cell.runs()));
      results.add(Result.of(cell, known.map(Result::commit).orElse(commit), outcome, slice));
      System.out.printf(
          "%s: %d runs, %d rolled back, %d promoted%n",
          cell.name(), outcome.runs(), outcome.rollbacks().count(), outcome.promotions().count());
    }
    return new VerdictResults(
        "e2e/bench verdict", Suite.SEED, Map.of("java", Runtime.version().toString()), results);
  }
}
