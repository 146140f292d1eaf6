package dev.regularizer.image;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java runtime with the modules that are needed, and the system libraries it is linked with. */
final class JavaRuntime {
  /** Where it lies in the image. */
  static final String HOME = "opt/java";

  private final Path jdk;

  JavaRuntime(Path jdk) {
    this.jdk = jdk;
  }

  /** Links the runtime into a new folder and returns its files and libraries. */
  List<Entry> link(ImageSpec spec, Path folder) throws IOException, InterruptedException {
    Command.run(
        List.of(
            jdk.resolve("bin/jlink").toString(),
            "--add-modules",
            String.join(",", spec.modules()),
            "--no-header-files",
            "--no-man-pages",
            "--output",
            folder.toString()));
    List<PathMatcher> dropped =
        spec.drop().stream()
            .map(g -> FileSystems.getDefault().getPathMatcher("glob:" + g))
            .toList();
    List<Entry> entries = new ArrayList<>();
    List<Path> binaries = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        Path below = folder.relativize(file);
        if (dropped.stream().anyMatch(matcher -> matcher.matches(below))) {
          continue;
        }
        Entry entry = entry(file, below);
        entries.add(entry);
        if (entry.content() instanceof Entry.OnDisk && isBinary(below)) {
          binaries.add(file);
        }
      }
    }
    entries.addAll(systemLibraries(binaries, folder));
    return entries;
  }

  private static Entry entry(Path file, Path below) throws IOException {
    String path = below.toString().isEmpty() ? HOME : HOME + "/" + below;
    if (Files.isSymbolicLink(file)) {
      return new Entry(path, 0777, new Entry.Link(Files.readSymbolicLink(file).toString()));
    }
    return Files.isDirectory(file) ? Entry.directory(path) : Entry.file(path, file);
  }

  private static boolean isBinary(Path below) {
    return below.startsWith("bin") || below.toString().endsWith(".so");
  }

  /** What the dynamic linker would load for these files, at the paths where it looks for it. */
  private static List<Entry> systemLibraries(List<Path> binaries, Path folder)
      throws IOException, InterruptedException {
    Set<String> own =
        binaries.stream().map(b -> b.getFileName().toString()).collect(Collectors.toSet());
    Set<Path> libraries = new LinkedHashSet<>();
    for (Path binary : binaries) {
      for (String line : Command.run(List.of("ldd", binary.toString())).lines().toList()) {
        boolean missing = line.contains("not found");
        // The virtual machine is in memory before a library that needs it is loaded.
        if (missing && !own.contains(line.strip().split("\\s", -1)[0])) {
          throw new ImageException(
              "%s needs a library that is not on this machine: %s; install it or drop the file"
                  .formatted(folder.relativize(binary), line.strip()));
        }
        String path = line.contains("=>") ? line.split("=>", -1)[1].strip() : line.strip();
        if (!missing && path.startsWith("/")) {
          libraries.add(Path.of(path.replaceFirst("\\s.*", "")));
        }
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (Path library : libraries) {
      if (!library.startsWith(folder)) {
        entries.add(new Entry(library.toString().substring(1), 0755, onDisk(library)));
      }
    }
    return entries;
  }

  private static Entry.OnDisk onDisk(Path library) throws IOException {
    return new Entry.OnDisk(library.toRealPath());
  }
}
