package dev.regularizer.core.regularizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate changes. Regularizers are matched by effective name; one that comes or goes
 * shows as a change of its {@code type} and of each parameter. Spellings of one value are no
 * change.
 */
public final class RegularizerDiff {
  /** As many as status has room for; only two revisions full of Custom regularizers have more. */
  public static final int MOST = 512;

  private static final String TYPE = "type";
  private static final String STAGE = "stage";

  /**
   * One difference between the regularizers of two revisions.
   *
   * @param name effective name of the regularizer
   * @param field the parameter, or {@code type} or {@code stage}
   * @param stable the value in the stable revision; null where it has none
   * @param candidate the value in the candidate; null where it has none
   */
  public record Change(
      String name, String field, @Nullable String stable, @Nullable String candidate) {}

  private RegularizerDiff() {}

  /** The changes, ordered by name, then type, stage and parameters. */
  public static List<Change> between(List<Regularizer> stable, List<Regularizer> candidate) {
    var before = byName(stable);
    var after = byName(candidate);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var changes = new ArrayList<Change>();
    for (var name : names) {
      compare(name, before.get(name), after.get(name), changes);
    }
    return List.copyOf(changes.subList(0, Math.min(MOST, changes.size())));
  }

  private static Map<String, Regularizer> byName(List<Regularizer> regularizers) {
    return regularizers.stream()
        .collect(Collectors.toMap(Regularizer::name, Function.identity(), (first, _) -> first));
  }

  private static void compare(
      String name,
      @Nullable Regularizer before,
      @Nullable Regularizer after,
      List<Change> changes) {
    var old = fields(before);
    var now = fields(after);
    var all = new LinkedHashMap<>(old);
    all.putAll(now);
    for (var field : all.keySet()) {
      var was = old.get(field);
      var is = now.get(field);
      if (!same(field, before, was, after, is)) {
        changes.add(new Change(name, field, was, is));
      }
    }
  }

  private static SequencedMap<String, String> fields(@Nullable Regularizer regularizer) {
    var fields = new LinkedHashMap<String, String>();
    if (regularizer != null) {
      fields.put(TYPE, regularizer.type());
      if (regularizer.type().equals(Regularizer.CUSTOM)) {
        fields.put(STAGE, regularizer.stage().text());
      }
      regularizer.parameters().forEach(it -> fields.putIfAbsent(it.name(), it.value()));
    }
    return fields;
  }

  private static boolean same(
      String field,
      @Nullable Regularizer before,
      @Nullable String was,
      @Nullable Regularizer after,
      @Nullable String is) {
    if (before == null || after == null || was == null || is == null) {
      return false;
    }
    return normalised(before, field, was).equals(normalised(after, field, is));
  }

  private static String normalised(Regularizer regularizer, String field, String value) {
    return RegularizerCatalogue.find(regularizer.type())
        .flatMap(type -> type.parameter(field))
        .map(parameter -> parameter.kind().normalise(value))
        .orElse(value);
  }
}
