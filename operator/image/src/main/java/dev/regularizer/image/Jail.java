package dev.regularizer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of an image inside the image's own files, as it will run in a container. */
final class Jail {
  private static final String SCRIPT =
      "mount --rbind /proc \"$0/proc\" && mount --rbind /dev \"$0/dev\" && exec chroot \"$0\" \"$@\"";

  private final Path root;

  Jail(Path root) {
    this.root = root;
  }

  /** Starts a program; its output goes to a file. */
  Process start(List<String> command, List<String> environment, Path log) throws IOException {
    List<String> all = new ArrayList<>(List.of("unshare", "--mount"));
    if (!isRoot()) {
      all.addAll(List.of("--user", "--map-root-user"));
    }
    all.addAll(List.of("sh", "-c", SCRIPT, root.toString()));
    all.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().clear();
    builder
        .environment()
        .put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    for (String pair : environment) {
      int equals = pair.indexOf('=');
      builder.environment().put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return builder.start();
  }

  private static boolean isRoot() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
  }
}
