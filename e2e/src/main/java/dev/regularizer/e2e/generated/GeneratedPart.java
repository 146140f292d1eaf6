package dev.regularizer.e2e.generated;

/**
 * A part of a document between marks.
 *
 * @param name as it stands in the mark: the command that writes it, and which of its parts it is
 */
public record GeneratedPart(String name) {
  private static final String END = "<!-- end generated -->";

  /** What stands between the marks now. */
  public String in(String document) {
    return document.substring(begin(document), end(document)).strip();
  }

  /** The document with another text between the marks. */
  public String replaced(String document, String text) {
    return document.substring(0, begin(document))
        + "\n"
        + text.strip()
        + "\n"
        + document.substring(end(document));
  }

  private int begin(String document) {
    var mark = "<!-- begin generated: " + name + " -->";
    int at = document.indexOf(mark);
    if (at < 0) {
      throw new IllegalStateException("the document has no place for the table: " + mark);
    }
    return at + mark.length();
  }

  private int end(String document) {
    int at = document.indexOf(END, begin(document));
    if (at < 0) {
      throw new IllegalStateException("the place of " + name + " has no end: " + END);
    }
    return at;
  }
}
