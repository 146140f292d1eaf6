package dev.regularizer.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps files that take long to make in a folder outside the repository, by name. */
final class LayerCache {
  /** Makes a file that is not there yet. */
  @FunctionalInterface
  interface Maker {
    Path make() throws IOException, InterruptedException;
  }

  private final Path folder;

  LayerCache(Path folder) {
    this.folder = folder;
  }

  /** Returns the kept file of this name, made first when it is missing. */
  Path file(String name, Maker maker) throws IOException, InterruptedException {
    Path kept = folder.resolve(name);
    if (!Files.exists(kept)) {
      Files.createDirectories(folder);
      Path partial = Files.createTempFile(folder, name, ".partial");
      Files.copy(maker.make(), partial, StandardCopyOption.REPLACE_EXISTING);
      // Moved in one step: a killed build leaves no half file under the name.
      Files.move(
          partial, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return kept;
  }
}
