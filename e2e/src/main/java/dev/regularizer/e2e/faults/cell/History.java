package dev.regularizer.e2e.faults.cell;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Follows the API server's audit log while it grows, and keeps what concerns our namespaces. */
final class History implements AutoCloseable {
  private static final String NAMESPACE = "\"namespace\":\"";
  private static final int BETWEEN_LOOKS_MILLIS = 100;

  private final RandomAccessFile file;
  private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private byte[] rest = {};

  History(Path audit) {
    try {
      file = new RandomAccessFile(audit.toFile(), "r");
      file.seek(file.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var _ =
        timer.scheduleWithFixedDelay(this::follow, 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** From now on what concerns the namespace is kept. */
  void begin(String namespace) {
    lines.put(namespace, new ArrayList<>());
  }

  /** Every event about the namespace up to now, a line each; nothing is kept of it any more. */
  List<String> end(String namespace) {
    follow();
    var all = lines.remove(namespace);
    return all == null ? List.of() : all;
  }

  private synchronized void follow() {
    try {
      long more = file.length() - file.getFilePointer();
      if (more <= 0) {
        return;
      }
      var read = new byte[Math.toIntExact(more)];
      file.readFully(read);
      int from = 0;
      for (int at = 0; at < read.length; at++) {
        if (read[at] == '\n') {
          keep(joined(read, from, at));
          from = at + 1;
          rest = new byte[0];
        }
      }
      rest = joined(read, from, read.length).getBytes(StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was left of the last read, and a piece of this one; bytes as characters. */
  private String joined(byte[] read, int from, int to) {
    return new String(rest, StandardCharsets.ISO_8859_1)
        + new String(read, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private void keep(String bytes) {
    int reference = bytes.indexOf("\"objectRef\":");
    int at = bytes.indexOf(NAMESPACE, Math.max(0, reference));
    if (reference < 0 || at < 0) {
      return;
    }
    int from = at + NAMESPACE.length();
    var kept = lines.get(bytes.substring(from, bytes.indexOf('"', from)));
    if (kept != null) {
      kept.add(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
