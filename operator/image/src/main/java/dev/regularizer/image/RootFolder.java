package dev.regularizer.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An image's files laid out on this machine, with the times that they have in the image: an AOT
 * cache is valid only for jars and a runtime of the same size and time.
 */
final class RootFolder {
  private RootFolder() {}

  static void lay(List<Entry> entries, Path root, Instant time) throws IOException {
    for (Entry entry : entries.stream().sorted(Comparator.comparing(Entry::path)).toList()) {
      Path path = root.resolve(entry.path());
      switch (entry.content()) {
        case Entry.Directory() -> Files.createDirectories(path);
        case Entry.Link(String target) -> Files.createSymbolicLink(path, Path.of(target));
        case Entry.Data data -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path))) {
            data.copyTo(out);
          }
          Files.setPosixFilePermissions(path, permissions(entry.mode()));
          Files.setLastModifiedTime(path, FileTime.from(time));
        }
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> result = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] fromOwnerRead = PosixFilePermission.values();
    for (int bit = 0; bit < fromOwnerRead.length; bit++) {
      if ((mode & (0400 >> bit)) != 0) {
        result.add(fromOwnerRead[bit]);
      }
    }
    return result;
  }
}
