package dev.regularizer.controller.sampling;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more than a number of bytes came, and says how many were read. */
final class BoundedStream extends FilterInputStream {
  private final long most;
  private long count;

  BoundedStream(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** More came than allowed. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
      super("more than " + most + " bytes");
    }
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    var some = super.read(bytes, offset, length);
    add(Math.max(0, some));
    return some;
  }

  @Override
  public long skip(long length) throws IOException {
    var some = super.skip(length);
    add(some);
    return some;
  }

  private void add(long more) throws IOException {
    count += more;
    if (count > most) {
      throw new TooLargeException(most);
    }
  }
}
