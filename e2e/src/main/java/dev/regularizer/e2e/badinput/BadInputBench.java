package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.cluster.ClusterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays all malformed requests against an API server and publishes what became of them. */
public final class BadInputBench {
  private static final String COMMAND = "e2e/bench badinput";

  private BadInputBench() {}

  /** Arguments: repository, commit. The API server is that of {@code KUBECONFIG}. */
  public static void main(String[] arguments) throws IOException {
    var repository = Path.of(arguments[0]);
    var published = new PublishedBadInput(repository);
    try (var cluster = Cluster.connect(ClusterOptions.local());
        var run = BadInputRun.start(cluster, "badinput-bench", repository)) {
      var groups = new ArrayList<BadInputResults.Group>();
      BadGroup.all().forEach(group -> groups.add(play(run, group)));
      groups.add(play(run, HostileTexts.read()));
      var server = cluster.client().getKubernetesVersion().getGitVersion();
      var results = new BadInputResults(COMMAND, arguments[1], server, groups);
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .writeValue(published.raw().toFile(), results);
      Files.writeString(published.document(), published.written());
      System.out.println(results.table());
      var wrong = results.problems();
      List.of(wrong, run.strangeLines()).forEach(lines -> lines.forEach(System.out::println));
      System.exit(wrong.isEmpty() && run.strangeLines().isEmpty() ? 0 : 1);
    }
  }

  private static BadInputResults.Group play(BadInputRun run, HostileTexts hostile) {
    System.out.println(hostile.title());
    return new BadInputResults.Group(
        HostileTexts.GROUP,
        hostile.title(),
        hostile.texts().entrySet().stream()
            .flatMap(it -> run.play(it.getKey(), it.getValue()).stream())
            .toList());
  }

  private static BadInputResults.Group play(BadInputRun run, BadGroup group) {
    System.out.println(group.title() + ": " + group.cases().size());
    return new BadInputResults.Group(
        group.name(), group.title(), group.cases().stream().map(run::play).toList());
  }
}
