package dev.regularizer.e2e.verdict;

import dev.regularizer.e2e.generated.GeneratedPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Generated parts of a document.
 *
 * @param parts text by name; each has its place between marks
 */
record VerdictTables(Map<String, String> parts) {

  private static final List<String> NAMES =
      List.of(
          "made",
          "typeOne",
          "bursts",
          "power",
          "combination",
          "policy",
          "strikes",
          "strikesVersusStable",
          "peers",
          "faster");

  /** What stands where nothing was measured yet. */
  static VerdictTables none() {
    Map<String, String> parts = new LinkedHashMap<>();
    NAMES.forEach(name ->
        parts.put(
            name,
            "Not measured on this revision yet; `e2e/bench verdict` writes the table here.\n"));
    return new VerdictTables(parts);
  }

  static VerdictTables of(VerdictResults results) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("made", made(results));
    parts.put("typeOne", GuaranteeTables.typeOne(results));
    parts.put("bursts", GuaranteeTables.bursts(results));
    parts.put("power", GuaranteeTables.power(results));
    parts.put("combination", GuaranteeTables.combination(results));
    parts.put("policy", GuaranteeTables.policy(results));
    parts.put("strikes", PeerTables.strikes(results, "strikes"));
    parts.put("strikesVersusStable", PeerTables.strikes(results, "strikesVersusStable"));
    parts.put("peers", PeerTables.policy(results));
    parts.put("faster", PeerTables.faster(results));
    return new VerdictTables(parts);
  }

  private static String made(VerdictResults results) {
    return String.format(
        Locale.ROOT,
        "Made by `%s` from commit %s with seed %d and Java %s: %,d simulated rollouts in %d"
            + " cells; the raw counts are in `%s`.\n",
        results.command(),
        results.cells().stream()
            .map(cell -> "`" + cell.commit() + "`")
            .distinct()
            .collect(Collectors.joining(", ")),
        results.seed(),
        results.versions().get("java"),
        results.cells().stream().mapToLong(cell -> cell.outcome().runs()).sum(),
        results.cells().size(),
        VerdictBench.RESULTS);
  }

  /** The document with each part between its marks. */
  String writtenTo(String document) {
    String text = document;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      text =
          new GeneratedPart("e2e/bench verdict, " + part.getKey()).replaced(text, part.getValue());
    }
    return text;
  }
}
