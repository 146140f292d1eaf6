package dev.regularizer.core.chart;

import dev.regularizer.core.analysis.SliResult;
import dev.regularizer.core.replay.ReplayedLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Evidence over time, one panel per SLI: towards Fail, towards Pass, and the threshold at 1. Steps
 * are marked with their weights.
 */
public final class EvidenceChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 60;
  private static final int TOP = 60;
  private static final int PANEL = 130;
  private static final int GAP = 40;

  /** Evidence beyond these is drawn at the edge: what matters is on which side of 1 it is. */
  private static final double LOWEST = -1.5;

  private static final double HIGHEST = 2;
  private static final String FAIL = "stroke=\"#c0392b\" stroke-width=\"2\"";
  private static final String PASS = "stroke=\"#1e8449\" stroke-width=\"2\"";
  private static final String GREY = "stroke=\"#bbbbbb\"";

  private final List<ReplayedLook> looks;
  private final Instant from;
  private final double seconds;

  private EvidenceChart(List<ReplayedLook> looks) {
    this.looks = looks;
    this.from = looks.isEmpty() ? Instant.EPOCH : looks.getFirst().end();
    this.seconds =
        looks.isEmpty()
            ? 1
            : Math.max(1, Duration.between(from, looks.getLast().end()).toMillis() / 1000.0);
  }

  /** Draws the looks of a trial, in order. */
  public static String draw(String title, List<ReplayedLook> looks) {
    var chart = new EvidenceChart(looks);
    int panels = looks.isEmpty() ? 0 : looks.getFirst().results().size() + 1;
    var svg = new Svg(LEFT + WIDTH + 30, TOP + panels * (PANEL + GAP) + 30);
    svg.text(LEFT, 24, "font-size=\"15\" font-weight=\"bold\"", title);
    svg.line(LEFT, 40, LEFT + 24, 40, FAIL).text(LEFT + 30, 44, "", "towards Fail");
    svg.line(LEFT + 130, 40, LEFT + 154, 40, PASS).text(LEFT + 160, 44, "", "towards Pass");
    svg.text(LEFT + 270, 44, "fill=\"#555555\"", "1 decides; steps are marked with their weight");
    for (int panel = 0; panel < panels; panel++) {
      chart.panel(svg, panel, panels - 1);
    }
    return svg.drawing();
  }

  private void panel(Svg svg, int panel, int slis) {
    double top = TOP + panel * (PANEL + GAP) + 20.0;
    svg.rect(LEFT, top, WIDTH, PANEL, "fill=\"none\" " + GREY);
    for (double mark : new double[] {-1, 0, 1, 2}) {
      svg.line(LEFT, y(top, mark), LEFT + WIDTH, y(top, mark), grid(mark));
      svg.text(
          LEFT - 8,
          y(top, mark) + 4,
          "text-anchor=\"end\" font-size=\"11\"",
          String.format(Locale.ROOT, "%.0f", mark));
    }
    steps(svg, top);
    if (panel == slis) {
      svg.text(LEFT, top - 6, "font-weight=\"bold\"", "all SLIs together");
      curve(svg, top, FAIL, look -> look.verdict().evidence());
      time(svg, top + PANEL);
      return;
    }
    var last = looks.getLast().results().get(panel);
    svg.text(LEFT, top - 6, "font-weight=\"bold\"", last.name() + ": " + last.verdict());
    curve(svg, top, FAIL, look -> result(look, panel).evidenceFail());
    curve(svg, top, PASS, look -> result(look, panel).evidencePass());
  }

  private static String grid(double mark) {
    return mark == 1 ? "stroke=\"#555555\" stroke-dasharray=\"6 3\"" : "stroke=\"#eeeeee\"";
  }

  private static SliResult result(ReplayedLook look, int sli) {
    return look.results().get(sli);
  }

  private void steps(Svg svg, double top) {
    int before = 0;
    for (var look : looks) {
      if (look.step() != before) {
        before = look.step();
        double at = x(look);
        svg.line(at, top, at, top + PANEL, "stroke=\"#8e7cc3\" stroke-dasharray=\"2 3\"");
        svg.text(at + 4, top + 13, "font-size=\"10\" fill=\"#6a55a8\"", look.weight() + " %");
      }
    }
  }

  private void curve(Svg svg, double top, String style, ToDoubleFunction<ReplayedLook> evidence) {
    var points = new StringBuilder();
    for (var look : looks) {
      points.append(Svg.point(x(look), y(top, evidence.applyAsDouble(look)))).append(' ');
    }
    svg.path(points.toString().strip(), style);
    var end = looks.getLast();
    svg.circle(x(end), y(top, evidence.applyAsDouble(end)), 3, style + " fill=\"#ffffff\"");
  }

  private void time(Svg svg, double bottom) {
    svg.text(LEFT, bottom + 18, "font-size=\"11\"", looks.getFirst().end().toString());
    svg.text(
        LEFT + WIDTH,
        bottom + 18,
        "text-anchor=\"end\" font-size=\"11\"",
        looks.getLast().end().toString());
  }

  private double x(ReplayedLook look) {
    return LEFT + WIDTH * (Duration.between(from, look.end()).toMillis() / 1000.0) / seconds;
  }

  private static double y(double top, double evidence) {
    double shown = Math.clamp(Double.isNaN(evidence) ? 0 : evidence, LOWEST, HIGHEST);
    return top + PANEL * (HIGHEST - shown) / (HIGHEST - LOWEST);
  }
}
