package dev.regularizer.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file, directory or link of an image.
 *
 * @param path absolute path in the image, without the leading slash
 * @param mode permission bits
 * @param content what is there
 */
record Entry(String path, int mode, Content content) {

  /** What a path holds. */
  sealed interface Content {}

  /** A directory. */
  record Directory() implements Content {}

  /** A symbolic link. */
  record Link(String target) implements Content {}

  /** A regular file. */
  sealed interface Data extends Content {
    /** Size in bytes. */
    long size() throws IOException;

    /** Copies the content. */
    void copyTo(OutputStream out) throws IOException;
  }

  /** A file made by this tool. */
  record Text(String text) implements Data {
    @Override
    public long size() {
      return bytes().length;
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
      out.write(bytes());
    }

    private byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** A file of this machine. */
  record OnDisk(Path source) implements Data {
    @Override
    public long size() throws IOException {
      return Files.size(source);
    }

    @Override
    public void copyTo(OutputStream out) throws IOException {
      Files.copy(source, out);
    }
  }

  static Entry directory(String path) {
    return new Entry(path, 0755, new Directory());
  }

  static Entry text(String path, String text) {
    return new Entry(path, 0644, new Text(text));
  }

  static Entry file(String path, Path source) {
    return new Entry(path, Files.isExecutable(source) ? 0755 : 0644, new OnDisk(source));
  }
}
