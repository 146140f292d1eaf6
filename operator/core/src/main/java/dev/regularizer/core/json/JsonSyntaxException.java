package dev.regularizer.core.json;

/** Text that is not JSON. */
public final class JsonSyntaxException extends RuntimeException {
  private final int line;
  private final int column;

  JsonSyntaxException(int line, int column, String problem) {
    super("line " + line + ", column " + column + ": " + problem);
    this.line = line;
    this.column = column;
  }

  /** Line of the problem, from 1. */
  public int line() {
    return line;
  }

  /** Column of the problem, from 1. */
  public int column() {
    return column;
  }
}
