package dev.regularizer.samples.traffic;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line.
 *
 * @param report file that is written every other second and at the end
 * @param heldout images to send; empty: the bundled ones
 * @param progress whether a line is printed every other second
 */
record Options(Plan plan, Optional<Path> report, Optional<Path> heldout, boolean progress) {
  static final String USAGE =
      """
      usage: traffic --url http://ADDRESS [--host NAME] [--rate 60] [--duration 5m]
                     [--feedback-delay 2s] [--feedback-rate 1.0] [--seed 1] [--timeout 10s]
                     [--cohorts A,B,…]
                     [--report report.json] [--heldout FILE] [--progress]
      Sends held-out images to a model at a steady rate and their true labels a little later.
      """;

  private static final Set<String> VALUES =
      Set.of(
          "--url",
          "--host",
          "--rate",
          "--duration",
          "--feedback-delay",
          "--feedback-rate",
          "--seed",
          "--cohorts",
          "--timeout",
          "--report",
          "--heldout");

  /** Parses flags; each may be given once. */
  static Options parse(List<String> arguments) {
    var values = new HashMap<String, String>();
    var progress = false;
    for (var flags = arguments.iterator(); flags.hasNext(); ) {
      var flag = flags.next();
      if (flag.equals("--progress")) {
        progress = true;
      } else if (!VALUES.contains(flag) || !flags.hasNext()) {
        throw new InvalidPlanException(
            "command line", "\"" + flag + "\"", "see the usage below\n" + USAGE);
      } else {
        values.put(flag, flags.next());
      }
    }
    return new Options(
        plan(values),
        Optional.ofNullable(values.get("--report")).map(Path::of),
        Optional.ofNullable(values.get("--heldout")).map(Path::of),
        progress);
  }

  private static Plan plan(Map<String, String> values) {
    var url = values.get("--url");
    if (url == null) {
      throw new InvalidPlanException("--url", "nothing", "see the usage below\n" + USAGE);
    }
    return new Plan(
        address(url),
        Optional.ofNullable(values.get("--host")),
        number(values, "--rate", "60"),
        duration(values, "--duration", "5m"),
        duration(values, "--feedback-delay", "2s"),
        number(values, "--feedback-rate", "1.0"),
        (long) number(values, "--seed", "1"),
        cohorts(values),
        duration(values, "--timeout", "10s"));
  }

  private static List<String> cohorts(Map<String, String> values) {
    var text = values.get("--cohorts");
    return text == null ? List.of() : List.of(text.split(",", -1));
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new InvalidPlanException(
          "--url", "\"" + url + "\"", "write an address such as http://127.0.0.1:8080");
    }
  }

  private static double number(Map<String, String> values, String flag, String standard) {
    var text = values.getOrDefault(flag, standard);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidPlanException(
          flag, "\"" + text + "\"", "write a number, such as " + standard);
    }
  }

  private static Duration duration(Map<String, String> values, String flag, String standard) {
    var text = values.getOrDefault(flag, standard);
    return GoDuration.parse(text)
        .orElseThrow(() ->
            new InvalidPlanException(
                flag, "\"" + text + "\"", "write a duration, such as " + standard));
  }
}
