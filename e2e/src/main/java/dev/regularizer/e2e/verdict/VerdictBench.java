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

/** Plays the whole simulation of the verdict on all cores and publishes what came of it. */
public final class VerdictBench {

  /** Where the raw figures are, in the source tree. */
  static final String RESULTS = "e2e/results/verdict.json";

  /** Where the tables are, in the source tree. */
  static final String DOCUMENT = "operator/docs/verdict.md";

  private VerdictBench() {}

  /** Arguments: the source tree, its commit. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    VerdictResults results = play(arguments[1]);
    Path file = root.resolve(RESULTS);
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

  private static VerdictResults play(String commit) {
    List<Result> results = new ArrayList<>();
    for (Cell cell : Suite.cells()) {
      Outcome outcome = cell.play(Suite.SEED, cell.runs());
      results.add(Result.of(cell, outcome, cell.play(Suite.SEED, cell.slice())));
      System.out.printf(
          "%s: %d runs, %d rolled back, %d promoted%n",
          cell.name(), outcome.runs(), outcome.rollbacks().count(), outcome.promotions().count());
    }
    return new VerdictResults(
        "e2e/bench verdict",
        commit,
        Suite.SEED,
        Map.of("java", Runtime.version().toString()),
        results);
  }
}
