package dev.regularizer.e2e;

import dev.regularizer.e2e.cluster.Command;
import dev.regularizer.e2e.model.ModelView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

/** Gives commands as `operator/docs/commands.md` says they are given. */
final class DocumentedCommand {
  private static final String MODEL = "image-classifier";
  private static final String TOKEN = "7d9f8bxk2c.1.3";

  private DocumentedCommand() {}

  /** Gives a command about what the model's token names now, and waits for the answer. */
  static ModelView give(Playground playground, String verb) {
    return give(playground, verb, playground.model().view().token().orElseThrow());
  }

  /** Gives a command about a token, and waits for the answer. */
  static ModelView give(Playground playground, String verb, String token) {
    var line =
        line(verb)
            .replace("regularizedmodel " + MODEL, "regularizedmodel " + playground.model().name())
            .replace(TOKEN, token);
    new Command(
            List.of(
                "bash",
                "-euo",
                "pipefail",
                "-c",
                line + " --namespace '" + playground.namespace() + "'"),
            Duration.ofMinutes(1))
        .succeed();
    return playground
        .model()
        .await(
            "an answer to " + verb,
            Duration.ofSeconds(30),
            it ->
                it.answered(verb + " " + token)
                    .filter(said -> !said.equals("Accepted"))
                    .isPresent());
  }

  private static String line(String verb) {
    var file = Repository.root().resolve("operator/docs/commands.md");
    try (var lines = Files.lines(file)) {
      return lines
          .filter(it -> it.startsWith("kubectl annotate regularizedmodel " + MODEL))
          .filter(it -> it.contains("=\"" + verb + " " + TOKEN + "\""))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no command of " + verb + " in " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
