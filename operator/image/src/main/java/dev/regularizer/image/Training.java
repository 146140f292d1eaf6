package dev.regularizer.image;

import dev.regularizer.image.ImageSpec.TrainingSpec;
import dev.regularizer.image.stub.ApiStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the AOT cache of a program: exercises it once inside its image's files, lets the virtual
 * machine write down what it loaded and linked, and proves that a second start uses the result.
 */
final class Training {
  /** Where the cache lies in the image. */
  static final String CACHE = "app/app.aot";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path root;
  private final List<String> java;
  private final String jar;
  private final List<String> environment;

  /**
   * @param root the image's files
   * @param java the virtual machine and its options, as in the image's entry point
   * @param jar path of the program's jar in the image
   * @param environment of the image
   */
  Training(Path root, List<String> java, String jar, List<String> environment) {
    this.root = root;
    this.java = java;
    this.jar = jar;
    this.environment = environment;
  }

  /** Returns the cache's file and leaves a copy at its place below the root. */
  Path run(TrainingSpec spec) throws IOException, InterruptedException {
    try (ApiStub api = ApiStub.start(spec.files())) {
      int port = freePort();
      copyFiles(spec.files(), api, port);
      Duration plain =
          session(
              spec,
              port,
              spec.seconds(),
              List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=/tmp/app.aotconf"));
      create();
      Path cache = root.resolve(CACHE);
      Files.move(root.resolve("tmp/app.aot"), cache);
      // AOTMode=on makes the virtual machine refuse to start without the cache.
      Duration cached = session(spec, port, 0, List.of("-XX:AOTMode=on", "-XX:AOTCache=/" + CACHE));
      System.out.printf(
          "AOT cache: %d MB; ready after %d ms with it, %d ms while it was recorded%n",
          Files.size(cache) >> 20, cached.toMillis(), plain.toMillis());
      return cache;
    }
  }

  private void copyFiles(Path files, ApiStub api, int port) throws IOException {
    if (!Files.isDirectory(files)) {
      return;
    }
    try (Stream<Path> list = Files.list(files)) {
      for (Path file : list.sorted().toList()) {
        String text = Files.readString(file).replace("${api}", api.address());
        Files.writeString(
            root.resolve("tmp").resolve(file.getFileName()),
            text.replace("${port}", Integer.toString(port)));
      }
    }
  }

  /** Starts the program, waits until it is ready, sends the requests and ends it. */
  private Duration session(TrainingSpec spec, int port, int seconds, List<String> options)
      throws IOException, InterruptedException {
    List<String> variables = new ArrayList<>(environment);
    spec.environment().forEach(v -> variables.add(v.replace("${port}", Integer.toString(port))));
    List<String> command = new ArrayList<>(java);
    command.addAll(options);
    command.addAll(List.of("-jar", jar));
    command.addAll(spec.arguments());
    Path log = root.resolve("tmp/program.log");
    long start = System.nanoTime();
    Process process = new Jail(root).start(command, variables, log);
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
      String ready = spec.ready().replace("${port}", Integer.toString(port));
      Duration took = awaitReady(client, URI.create(ready), process, start, log);
      for (String request : spec.requests()) {
        send(client, URI.create(ready), request, log);
      }
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        throw failure("ended by itself with code " + process.exitValue(), log);
      }
      return took;
    } finally {
      process.destroy();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private Duration awaitReady(HttpClient client, URI ready, Process process, long start, Path log)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    while (true) {
      try {
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return Duration.ofNanos(System.nanoTime() - start);
        }
      } catch (IOException notYet) {
        // Nothing listens yet.
      }
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        throw failure("ended with code " + process.exitValue() + " before it was ready", log);
      }
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw failure("was not ready within " + PATIENCE.toSeconds() + " s at " + ready, log);
      }
    }
  }

  private void send(HttpClient client, URI base, String line, Path log)
      throws IOException, InterruptedException {
    String[] words = line.split("\\s+", -1);
    HttpRequest.BodyPublisher body =
        words.length > 2
            ? HttpRequest.BodyPublishers.ofFile(root.resolve("tmp").resolve(words[2]))
            : HttpRequest.BodyPublishers.noBody();
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(words[1]))
            .timeout(PATIENCE)
            .header("content-type", "application/json")
            .method(words[0], body)
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw failure("answered " + status + " to " + line, log);
    }
  }

  private void create() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=/tmp/app.aotconf",
            "-XX:AOTCache=/tmp/app.aot",
            "-jar",
            jar));
    Path log = root.resolve("tmp/create.log");
    int code = new Jail(root).start(command, environment, log).waitFor();
    if (code != 0 || !Files.exists(root.resolve("tmp/app.aot"))) {
      throw failure("left no AOT cache (code " + code + ")", log);
    }
  }

  private static ImageException failure(String what, Path log) throws IOException {
    return new ImageException(
        "the training run %s; its output:%n%s".formatted(what, Files.readString(log)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
