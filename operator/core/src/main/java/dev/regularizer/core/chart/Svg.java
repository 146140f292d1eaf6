package dev.regularizer.core.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Elements of one drawing, in the order they are painted. Coordinates are pixels. */
final class Svg {
  private final StringBuilder body = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>"
            .formatted(n(x1), n(y1), n(x2), n(y2), style));
  }

  Svg rect(double x, double y, double w, double h, String style) {
    return add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>"
            .formatted(n(x), n(y), n(w), n(h), style));
  }

  Svg circle(double x, double y, double radius, String style) {
    return add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>".formatted(n(x), n(y), n(radius), style));
  }

  Svg path(String points, String style) {
    return add("<polyline points=\"%s\" fill=\"none\" %s/>".formatted(points, style));
  }

  /** Text; what it says is escaped. */
  Svg text(double x, double y, String style, String words) {
    return add("<text x=\"%s\" y=\"%s\" %s>%s</text>".formatted(n(x), n(y), style, escaped(words)));
  }

  /** One point of a path. */
  static String point(double x, double y) {
    return n(x) + "," + n(y);
  }

  String drawing() {
    return String.join(
            "",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            width + "\" height=\"" + height,
            "\" viewBox=\"0 0 " + width + " " + height,
            "\" font-family=\"sans-serif\" font-size=\"12\">\n")
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + body
        + "</svg>\n";
  }

  private Svg add(String element) {
    body.append(element).append('\n');
    return this;
  }

  private static String n(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
