package dev.regularizer.core.chart;

import dev.regularizer.core.statistics.CalibrationCounts;
import dev.regularizer.core.statistics.ObjectiveTest;
import java.util.Locale;

/**
 * How often predictions were right against how sure the model was: K_b/n_b at the mean confidence
 * c_b, with bounds at alpha/B that hold for all bins and at every look. Bins with fewer than 20
 * labels are left out.
 */
public final class ReliabilityDiagram {
  private static final int SIZE = 400;
  private static final int LEFT = 60;
  private static final int TOP = 50;
  private static final long LEAST = 20;
  private static final String GREY = "stroke=\"#999999\"";

  private ReliabilityDiagram() {}

  /**
   * Draws it.
   *
   * @param counts labelled predictions per bin; neighbours are tested, and drawn, in pairs
   * @param alpha level of the bounds, shared by all bins
   */
  public static String draw(String title, CalibrationCounts counts, double alpha) {
    var svg = new Svg(LEFT + SIZE + 30, TOP + SIZE + 60);
    svg.text(LEFT, 24, "font-size=\"15\" font-weight=\"bold\"", title);
    axes(svg);
    var bins = counts.mergedPairs();
    int hidden = 0;
    for (int b = 0; b < bins.trials().size(); b++) {
      long n = bins.trials().get(b);
      if (n >= LEAST) {
        bin(svg, n, bins.confidence().get(b), bins.correct().get(b), alpha / bins.trials().size());
      } else if (n > 0) {
        hidden++;
      }
    }
    svg.text(
        LEFT,
        TOP + SIZE + 52,
        "fill=\"#555555\" font-size=\"11\"",
        counts.total()
            + " labelled predictions; bounds hold for all bins and looks together"
            + (hidden == 0 ? "" : "; " + hidden + " bins below " + LEAST + " labels hidden"));
    return svg.drawing();
  }

  private static void axes(Svg svg) {
    svg.rect(LEFT, TOP, SIZE, SIZE, "fill=\"none\" " + GREY);
    svg.line(x(0), y(0), x(1), y(1), GREY + " stroke-dasharray=\"5 4\"");
    for (int i = 0; i <= 5; i++) {
      double at = i / 5.0;
      var label = String.format(Locale.ROOT, "%.1f", at);
      svg.line(x(at), y(0), x(at), y(0) + 5, GREY);
      svg.text(x(at), y(0) + 18, "text-anchor=\"middle\"", label);
      svg.line(x(0) - 5, y(at), x(0), y(at), GREY);
      svg.text(x(0) - 9, y(at) + 4, "text-anchor=\"end\"", label);
    }
    svg.text(x(0.5), y(0) + 35, "text-anchor=\"middle\"", "mean confidence");
    svg.text(
        16,
        y(0.5),
        "text-anchor=\"middle\" transform=\"rotate(-90 16 " + (TOP + SIZE / 2) + ")\"",
        "share of right predictions");
  }

  private static void bin(Svg svg, long n, double confidence, long correct, double level) {
    double at = x(confidence / n);
    double low = y(ObjectiveTest.lowerBound(correct, n, level));
    double high = y(ObjectiveTest.upperBound(correct, n, level));
    var colour = "stroke=\"#1f5fa8\" stroke-width=\"2\"";
    svg.line(at, low, at, high, colour);
    svg.line(at - 5, low, at + 5, low, colour);
    svg.line(at - 5, high, at + 5, high, colour);
    svg.circle(at, y((double) correct / n), 4, "fill=\"#1f5fa8\"");
    svg.text(at, high - 6, "text-anchor=\"middle\" font-size=\"10\" fill=\"#333333\"", "n=" + n);
  }

  private static double x(double share) {
    return LEFT + share * SIZE;
  }

  private static double y(double share) {
    return TOP + (1 - share) * SIZE;
  }
}
