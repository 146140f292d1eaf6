package dev.regularizer.crds.generate;

import static java.util.stream.Collectors.joining;

import dev.regularizer.crds.revision.RegularizerType;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The catalogue of regularizers as CEL: which type takes and needs which parameters. */
final class CatalogueRules {
  /** Types that take several parameters, need none by name, but do nothing without any. */
  private static final List<RegularizerType> ANY_OF =
      List.of(RegularizerType.OutputClipping, RegularizerType.InputLimit);

  private CatalogueRules() {}

  static List<ValidationRule> all() {
    return List.of(taken(), needed());
  }

  private static ValidationRule taken() {
    var types = new TreeMap<String, TreeSet<String>>();
    for (var type : RegularizerType.values()) {
      parameters(type)
          .forEach(p -> types.computeIfAbsent(p, _ -> new TreeSet<>()).add(type.name()));
    }
    types.remove("name");
    var rule =
        types.entrySet().stream()
            .map(
                e -> "(!has(self.%s) || self.type in %s)".formatted(e.getKey(), list(e.getValue())))
            .collect(joining(" && "));
    var found =
        types.keySet().stream()
            .map(p -> "(has(self.%s) ? '%s ' : '')".formatted(p, p))
            .collect(joining(" + "));
    var message =
        "'found parameters ' + "
            + found
            + " + 'of type ' + self.type + '; allowed: ' + "
            + map(type -> words(parameters(type)))
            + "[self.type] + '; remove what does not belong or correct the type'";
    return new ValidationRuleBuilder().withRule(rule).withMessageExpression(message).build();
  }

  private static ValidationRule needed() {
    var rule =
        Arrays.stream(RegularizerType.values())
            .filter(type -> !need(type).isEmpty())
            .map(type -> "(self.type != '%s' || %s)".formatted(type, need(type)))
            .collect(joining(" && "));
    var message =
        "'found ' + self.type + ' without all it needs; allowed: ' + self.type + ' with ' + "
            + map(CatalogueRules::needWords)
            + "[self.type] + '; add what is missing'";
    return new ValidationRuleBuilder().withRule(rule).withMessageExpression(message).build();
  }

  private static String need(RegularizerType type) {
    return ANY_OF.contains(type)
        ? type.optional().stream()
            .map(p -> "has(self." + p + ")")
            .collect(joining(" || ", "(", ")"))
        : type.required().stream().map(p -> "has(self." + p + ")").collect(joining(" && "));
  }

  private static String needWords(RegularizerType type) {
    if (ANY_OF.contains(type)) {
      return String.join(" or ", type.optional());
    }
    return type.required().isEmpty() ? "nothing more" : String.join(" and ", type.required());
  }

  private static List<String> parameters(RegularizerType type) {
    var all = new ArrayList<>(type.required());
    all.addAll(type.optional());
    return all;
  }

  private static String words(List<String> parameters) {
    return parameters.isEmpty() ? "no parameters" : String.join(", ", parameters);
  }

  private static String map(Function<RegularizerType, String> value) {
    return Arrays.stream(RegularizerType.values())
        .map(type -> "'%s': '%s'".formatted(type, value.apply(type)))
        .collect(joining(", ", "{", "}"));
  }

  private static String list(Iterable<String> words) {
    return "['" + String.join("', '", words) + "']";
  }
}
