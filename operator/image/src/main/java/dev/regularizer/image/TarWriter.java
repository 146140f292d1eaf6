package dev.regularizer.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes the POSIX ustar format; owner and time are the same for every entry. */
final class TarWriter implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;

  private final OutputStream out;
  private final Instant time;

  TarWriter(OutputStream out, Instant time) {
    this.out = out;
    this.time = time;
  }

  void write(Entry entry) throws IOException {
    switch (entry.content()) {
      case Entry.Directory() -> header(entry.path() + "/", entry.mode(), 0, '5', "");
      case Entry.Link(String target) -> header(entry.path(), 0777, 0, '2', target);
      case Entry.Data data -> {
        long size = data.size();
        header(entry.path(), entry.mode(), size, '0', "");
        data.copyTo(out);
        pad(size);
      }
    }
  }

  private void header(String path, int mode, long size, char type, String link) throws IOException {
    byte[] block = new byte[BLOCK];
    int cut = prefixLength(path);
    put(block, 0, NAME, cut == 0 ? path : path.substring(cut + 1));
    octal(block, 100, 8, mode);
    octal(block, 108, 8, 0);
    octal(block, 116, 8, 0);
    octal(block, 124, 12, size);
    octal(block, 136, 12, time.getEpochSecond());
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) type;
    put(block, 157, NAME, link);
    put(block, 257, 6, "ustar");
    put(block, 263, 2, "00");
    put(block, 345, PREFIX, path.substring(0, cut));
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    octal(block, 148, 7, sum);
    out.write(block);
  }

  /** Where a path too long for the name field is cut; 0 when it is not. */
  private static int prefixLength(String path) throws IOException {
    if (path.length() <= NAME) {
      return 0;
    }
    int cut = path.indexOf('/', path.length() - NAME - 1);
    if (cut < 0 || cut > PREFIX || cut == path.length() - 1) {
      throw new IOException("path too long for a tar archive (name 100, folder 155): " + path);
    }
    return cut;
  }

  private static void put(byte[] block, int offset, int length, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > length) {
      throw new IOException("too long for a tar archive (" + length + " bytes): " + text);
    }
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }

  private static void octal(byte[] block, int offset, int length, long value) throws IOException {
    String digits = Long.toOctalString(value);
    put(block, offset, length - 1, "0".repeat(length - 1 - digits.length()) + digits);
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
  }

  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.close();
  }
}
