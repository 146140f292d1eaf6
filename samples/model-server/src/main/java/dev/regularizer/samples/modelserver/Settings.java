package dev.regularizer.samples.modelserver;

import dev.regularizer.samples.modelserver.metrics.HistogramForm;
import dev.regularizer.samples.modelserver.model.InvalidFileException;
import dev.regularizer.samples.modelserver.model.ModelFile;
import dev.regularizer.samples.modelserver.model.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server is started with.
 *
 * @param port for predictions, feedback, health and metrics; 0 takes a free one
 * @param secret signs tokens; empty: what the pods of a revision share signs them
 * @param histograms the forms in which times to answer are exported
 * @param cost what one prediction costs, in credits
 */
public record Settings(
    int port,
    ModelFile model,
    Revision revision,
    String secret,
    Drain.Times drain,
    HistogramForm histograms,
    double cost) {
  private static final Path MOUNTED = Path.of("/etc/regularizer/revision.json");

  /** Reads the first argument, or the environment: MODEL, MODEL_FILE, PORT and so on. */
  public static Settings read(List<String> arguments, Map<String, String> environment) {
    var name =
        arguments.isEmpty() ? environment.getOrDefault("MODEL", "stable") : arguments.getFirst();
    var modelFile = environment.get("MODEL_FILE");
    var model = modelFile == null ? ModelFile.bundled(name) : ModelFile.read(Path.of(modelFile));
    return new Settings(
        number(environment, "PORT", 8080),
        model,
        revision(environment, model),
        environment.getOrDefault("MODEL_TOKEN_KEY", ""),
        new Drain.Times(
            Duration.ofSeconds(number(environment, "DRAIN_SECONDS", 5)),
            Duration.ofSeconds(2L * number(environment, "SCRAPE_INTERVAL_SECONDS", 2)),
            Duration.ofSeconds(number(environment, "MAX_DRAIN_SECONDS", 25))),
        histograms(environment),
        cost(environment));
  }

  private static Revision revision(Map<String, String> environment, ModelFile model) {
    var file = environment.get("REGULARIZER_REVISION_FILE");
    if (file != null) {
      return Revision.read(Path.of(file));
    }
    return Files.exists(MOUNTED) ? Revision.read(MOUNTED) : Revision.undeclared(model.name());
  }

  private static HistogramForm histograms(Map<String, String> environment) {
    var text = environment.getOrDefault("HISTOGRAMS", "both");
    return Arrays.stream(HistogramForm.values())
        .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new InvalidFileException(
                "HISTOGRAMS", "\"" + text + "\"", "write both, classic or native"));
  }

  private static double cost(Map<String, String> environment) {
    var text = environment.getOrDefault("PREDICTION_COST", "1");
    try {
      var value = Double.parseDouble(text);
      if (value >= 0 && value <= 1e6) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below, together with numbers out of range.
    }
    throw new InvalidFileException(
        "PREDICTION_COST", "\"" + text + "\"", "write a number from 0 to 1000000");
  }

  private static int number(Map<String, String> environment, String name, int standard) {
    var text = environment.getOrDefault(name, Integer.toString(standard));
    try {
      var value = Integer.parseInt(text);
      if (value >= 0 && value <= 65535) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Answered below, together with numbers out of range.
    }
    throw new InvalidFileException(
        name, "\"" + text + "\"", "write a whole number from 0 to 65535");
  }
}
