package dev.regularizer.samples.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request, read no further than a limit. */
public final class BoundedBody extends FilterInputStream {
  /** A body that is larger than the limit. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final long limit;

    TooLargeException(long limit) {
      this.limit = limit;
    }

    /** The limit that was passed. */
    public long limit() {
      return limit;
    }
  }

  private final long limit;
  private long read;

  /** A body that may have that many bytes. */
  public BoundedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var some = super.read(buffer, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  /**
   * Reads on without keeping anything, so that the client gets its answer instead of a reset
   * connection; a body beyond the bound is cut off all the same.
   */
  public void discard(long most) throws IOException {
    var buffer = new byte[8192];
    for (var left = most; left > 0; ) {
      var some = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (some < 0) {
        return;
      }
      left -= some;
    }
  }

  private void count(int bytes) throws TooLargeException {
    read += bytes;
    if (read > limit) {
      throw new TooLargeException(limit);
    }
  }
}
