package dev.regularizer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Command line: `spec=… app=… version=… time=… output=… [jdk=…] [push=REGISTRY/PATH]`. */
public final class Main {
  private static final Set<String> REQUIRED = Set.of("spec", "app", "version", "time", "output");
  private static final Set<String> OPTIONAL = Set.of("jdk", "push");

  private Main() {}

  /** Builds an image and, when asked, pushes it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try {
      run(arguments(args));
    } catch (ImageException e) {
      System.err.println("image: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Map<String, String> arguments) throws IOException, InterruptedException {
    ImageSpec spec = ImageSpec.read(path(arguments, "spec"));
    Path output = path(arguments, "output").toAbsolutePath();
    String version = value(arguments, "version");
    ImageBuild build =
        new ImageBuild(
            spec,
            Path.of(arguments.getOrDefault("jdk", System.getProperty("java.home", ""))),
            path(arguments, "app"),
            version,
            Instant.parse(value(arguments, "time")),
            new LayerCache(cacheFolder()));
    Path work = Files.createTempDirectory("image");
    String digest;
    try {
      digest = build.write(work, output);
    } finally {
      delete(work);
    }
    String reference = spec.name() + ":" + version;
    System.out.printf("%s %s (%d MB) in %s%n", reference, digest, Files.size(output) >> 20, output);
    String prefix = arguments.getOrDefault("push", "");
    if (!prefix.isEmpty()) {
      String repository = Push.run(output, prefix, reference);
      System.out.printf("pushed %s:%s@%s%n", repository, version, digest);
      System.out.printf(
          "install it with: --set image.repository=%s --set image.digest=%s%n", repository, digest);
    }
  }

  private static Map<String, String> arguments(String[] args) {
    Map<String, String> result = new TreeMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      String key = equals < 0 ? arg : arg.substring(0, equals);
      if (equals < 0 || !(REQUIRED.contains(key) || OPTIONAL.contains(key))) {
        throw new ImageException(
            "argument %s is not known; needed are %s, allowed are %s, each as name=value"
                .formatted(arg, new TreeSet<>(REQUIRED), new TreeSet<>(OPTIONAL)));
      }
      result.put(key, arg.substring(equals + 1));
    }
    return result;
  }

  private static String value(Map<String, String> arguments, String key) {
    String value = arguments.get(key);
    if (value == null || value.isEmpty()) {
      throw new ImageException("argument %s=… is missing".formatted(key));
    }
    return value;
  }

  private static Path path(Map<String, String> arguments, String key) {
    return Path.of(value(arguments, key));
  }

  private static Path cacheFolder() {
    String base = System.getenv("REGULARIZER_CACHE");
    if (base != null && !base.isEmpty()) {
      return Path.of(base, "image");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path caches =
        xdg != null && !xdg.isEmpty()
            ? Path.of(xdg)
            : Path.of(System.getProperty("user.home", "."), ".cache");
    return caches.resolve("regularizer").resolve("image");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
