package dev.regularizer.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A compressed layer.
 *
 * @param comment what it is for, shown in the image's history
 * @param blob the compressed tar archive
 * @param diffId digest of the archive before compression
 */
record Layer(String comment, Blob blob, String diffId) {

  /** Writes the entries, sorted, to a file: the same entries give the same bytes. */
  static Layer write(String comment, List<Entry> entries, Instant time, Path file)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        TarWriter tar = new TarWriter(new GZIPOutputStream(out, 1 << 16), time)) {
      for (Entry entry : entries.stream().sorted(Comparator.comparing(Entry::path)).toList()) {
        tar.write(entry);
      }
    }
    return read(comment, file);
  }

  /** A layer that was written earlier. */
  static Layer read(String comment, Path file) throws IOException {
    String diffId = Blob.sha256(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
    return new Layer(comment, Blob.of(file), diffId);
  }
}
