package dev.regularizer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Builds one image: a layer each for the runtime, the libraries, the program and its AOT cache, so
 * that a new version of the program leaves the large layers as they are.
 *
 * @param spec what is wanted
 * @param jdk a Java 25 development kit
 * @param app folder of the program's jars
 * @param version tag of the image
 * @param time time of every file in it
 * @param cache folder that keeps slow results between builds
 */
record ImageBuild(
    ImageSpec spec, Path jdk, Path app, String version, Instant time, LayerCache cache) {

  private static final String OWN = "regularizer-";

  /** Writes the archive, using a folder for intermediate files; returns the image's digest. */
  String write(Path work, Path output) throws IOException, InterruptedException {
    List<Path> jars = jars();
    String key = cacheKey(jars);
    List<Entry> runtime = new ArrayList<>(BaseFiles.entries());
    runtime.addAll(new JavaRuntime(jdk).link(spec, work.resolve("runtime")));
    List<Entry> libraries = new ArrayList<>();
    List<Entry> program = new ArrayList<>();
    for (Path jar : jars) {
      String name = jar.getFileName().toString();
      (name.startsWith(OWN) ? program : libraries).add(Entry.file("app/" + name, jar));
    }
    List<Layer> layers = new ArrayList<>();
    layers.add(layer("runtime", runtime, work));
    layers.add(layer("libraries", libraries, work));
    layers.add(layer("program", program, work));
    List<String> java = javaCommand();
    String mainJar = "/app/" + mainJar(jars);
    List<String> entryPoint = new ArrayList<>(java);
    if (spec.training().isPresent()) {
      Path aot =
          cache.file(
              "aot-" + key,
              () -> {
                Path root = work.resolve("root");
                List<Entry> all = new ArrayList<>(runtime);
                all.addAll(libraries);
                all.addAll(program);
                RootFolder.lay(BaseFiles.withParents(all), root, time);
                return new Training(root, java, mainJar, environment())
                    .run(spec.training().orElseThrow());
              });
      layers.add(
          layer(
              "AOT cache", List.of(new Entry(Training.CACHE, 0644, new Entry.OnDisk(aot))), work));
      entryPoint.add("-XX:AOTCache=/" + Training.CACHE);
    }
    entryPoint.addAll(List.of("-jar", mainJar));
    return new ImageArchive(
            spec.name() + ":" + version, architecture(), layers, process(entryPoint), time)
        .write(output);
  }

  private Layer layer(String comment, List<Entry> entries, Path work) throws IOException {
    Path file = work.resolve(comment.replace(' ', '-') + ".tar.gz");
    return Layer.write(comment, BaseFiles.withParents(entries), time, file);
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(app)) {
      List<Path> jars = files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new ImageException("no jar in %s; run the module's `package` first".formatted(app));
      }
      return jars;
    }
  }

  private String mainJar(List<Path> jars) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith(spec.mainJar())) {
        try (JarFile file = new JarFile(jar.toFile())) {
          if (file.getManifest().getMainAttributes().getValue("Main-Class") != null) {
            found.add(jar.getFileName().toString());
          }
        }
      }
    }
    if (found.size() != 1) {
      throw new ImageException(
          "%s: exactly one jar named %s* with a main class is needed, found %s; remove old versions"
              .formatted(app, spec.mainJar(), found));
    }
    return found.getFirst();
  }

  private List<String> javaCommand() {
    List<String> command = new ArrayList<>();
    command.add("/" + JavaRuntime.HOME + "/bin/java");
    command.addAll(spec.jvm());
    return command;
  }

  private List<String> environment() {
    List<String> all = new ArrayList<>(List.of("LANG=C.UTF-8"));
    all.addAll(spec.environment());
    return all;
  }

  private Map<String, Object> process(List<String> entryPoint) {
    List<String> variables = new ArrayList<>(environment());
    variables.add("PATH=/" + JavaRuntime.HOME + "/bin");
    return Map.of(
        "Entrypoint",
        entryPoint,
        "Env",
        variables,
        "User",
        BaseFiles.USER + ":" + BaseFiles.USER,
        "WorkingDir",
        "/",
        "Labels",
        Map.of(
            "org.opencontainers.image.title",
            spec.title(),
            "org.opencontainers.image.version",
            version,
            "org.opencontainers.image.licenses",
            "Apache-2.0"));
  }

  /** Everything that the AOT cache depends on. */
  private String cacheKey(List<Path> jars) throws IOException {
    StringBuilder inputs = new StringBuilder(spec.toString()).append(time);
    inputs.append(Files.readString(jdk.resolve("release")));
    for (Path jar : jars) {
      inputs.append(jar.getFileName()).append(Blob.of(jar).digest());
    }
    if (spec.training().isPresent() && Files.isDirectory(spec.training().get().files())) {
      try (Stream<Path> files = Files.list(spec.training().get().files())) {
        for (Path file : files.sorted().toList()) {
          inputs.append(Files.readString(file));
        }
      }
    }
    return Blob.of(inputs.toString()).digest().substring(0, 16);
  }

  private static String architecture() {
    String arch = System.getProperty("os.arch", "");
    return switch (arch) {
      case "amd64", "x86_64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      default ->
          throw new ImageException("images are made on amd64 and arm64, this machine is " + arch);
    };
  }
}
