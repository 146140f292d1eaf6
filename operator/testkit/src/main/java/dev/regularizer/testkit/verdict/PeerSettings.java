package dev.regularizer.testkit.verdict;

import dev.regularizer.testkit.verdict.peers.ArgoRule;
import dev.regularizer.testkit.verdict.peers.Check;
import dev.regularizer.testkit.verdict.peers.FlaggerRule;
import dev.regularizer.testkit.verdict.peers.KayentaRule;
import dev.regularizer.testkit.verdict.peers.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The peers as set up for the whole-policy table: first their defaults (as in their documentation),
 * then a grid of settings; which of the grid is best is read from the results.
 */
final class PeerSettings {

  private static final List<Check> AT_OBJECTIVE =
      List.of(
          new Check(0, Measure.OWN, .01),
          new Check(1, Measure.OWN, .05),
          new Check(2, Measure.WORSE_THAN_STABLE, .001),
          new Check(3, Measure.OWN, .05));
  private static final List<Check> AT_LIMIT =
      List.of(
          new Check(0, Measure.OWN, .015),
          new Check(1, Measure.OWN, .065),
          new Check(2, Measure.WORSE_THAN_STABLE, .005),
          new Check(3, Measure.OWN, .07));
  private static final List<Check> BETWEEN =
      List.of(
          new Check(0, Measure.OWN, .01, .015),
          new Check(1, Measure.OWN, .05, .065),
          new Check(2, Measure.WORSE_THAN_STABLE, .001, .005));

  /** One success each: the weights of stepWeight 10, maxWeight 50. */
  private static final List<Integer> WEIGHTS = List.of(10, 20, 30, 40, 50, 50);

  private static final int MINUTE = 2;
  private static final List<Integer> INTERVALS = List.of(1, 10);
  private static final Map<String, List<Check>> CHECKS = checks();

  private PeerSettings() {}

  static Map<String, Supplier<Rule>> all() {
    Map<String, Supplier<Rule>> rules = new LinkedHashMap<>();
    flagger(rules);
    argo(rules);
    kayenta(rules);
    return rules;
  }

  private static void flagger(Map<String, Supplier<Rule>> rules) {
    FlaggerRule.Setting usual = new FlaggerRule.Setting(AT_OBJECTIVE, WEIGHTS, MINUTE, 5);
    rules.put("Flagger, default", () -> new FlaggerRule(usual));
    for (int minutes : INTERVALS) {
      for (int threshold : List.of(2, 5, 10)) {
        for (Map.Entry<String, List<Check>> checks : CHECKS.entrySet()) {
          FlaggerRule.Setting setting =
              new FlaggerRule.Setting(checks.getValue(), WEIGHTS, minutes * MINUTE, threshold);
          rules.put(
              "Flagger, interval %s min, threshold %s, %s"
                  .formatted(minutes, threshold, checks.getKey()),
              () -> new FlaggerRule(setting));
        }
      }
    }
  }

  private static void argo(Map<String, Supplier<Rule>> rules) {
    Ramp ramp = Ramp.usual();
    ArgoRule.Setting usual = new ArgoRule.Setting(AT_OBJECTIVE, ramp, MINUTE, 0, 0);
    rules.put("Argo Rollouts, default", () -> new ArgoRule(usual));
    for (int minutes : INTERVALS) {
      for (int limit : List.of(1, 3, 10)) {
        for (Map.Entry<String, List<Check>> checks : CHECKS.entrySet()) {
          ArgoRule.Setting setting =
              new ArgoRule.Setting(checks.getValue(), ramp, minutes * MINUTE, limit, 2 * limit);
          rules.put(
              "Argo Rollouts, interval %s min, failureLimit %s, inconclusiveLimit %s, %s"
                  .formatted(minutes, limit, 2 * limit, checks.getKey()),
              () -> new ArgoRule(setting));
        }
      }
    }
  }

  private static void kayenta(Map<String, Supplier<Rule>> rules) {
    Ramp ramp = Ramp.usual();
    KayentaRule.Setting usual = new KayentaRule.Setting(4, ramp, 60, false, 1, 75, 95);
    rules.put("Kayenta, default", () -> new KayentaRule(usual));
    for (int minutes : List.of(20, 100)) {
      for (int slis : List.of(3, 4)) {
        KayentaRule.Setting setting =
            new KayentaRule.Setting(slis, ramp, minutes * MINUTE, true, 1.25, 75, 95);
        rules.put(
            "Kayenta, every %s min, critical, allowedIncrease 1.25%s"
                .formatted(minutes, slis == 3 ? ", without calibration" : ""),
            () -> new KayentaRule(setting));
      }
    }
  }

  private static Map<String, List<Check>> checks() {
    Map<String, List<Check>> checks = new LinkedHashMap<>();
    checks.put("at the limit", AT_LIMIT);
    checks.put("at the limit, without calibration", AT_LIMIT.subList(0, 3));
    checks.put("between objective and limit, without calibration", BETWEEN);
    return checks;
  }
}
