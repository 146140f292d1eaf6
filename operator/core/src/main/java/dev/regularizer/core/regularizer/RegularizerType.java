package dev.regularizer.core.regularizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One entry of the catalogue. */
public record RegularizerType(
    String name, Stage stage, List<ParameterSpec> parameters, List<ParameterRule> rules) {
  public RegularizerType {
    parameters = List.copyOf(parameters);
    rules = List.copyOf(rules);
  }

  static RegularizerType of(String name, Stage stage) {
    return new RegularizerType(name, stage, List.of(), List.of());
  }

  /** The parameter of that name. */
  public Optional<ParameterSpec> parameter(String name) {
    return parameters.stream().filter(it -> it.name().equals(name)).findFirst();
  }

  RegularizerType needs(String name, ParameterKind kind) {
    return with(new ParameterSpec(name, kind, true));
  }

  RegularizerType takes(String name, ParameterKind kind) {
    return with(new ParameterSpec(name, kind, false));
  }

  RegularizerType where(ParameterRule rule) {
    var all = new ArrayList<>(rules);
    all.add(rule);
    return new RegularizerType(name, stage, parameters, all);
  }

  private RegularizerType with(ParameterSpec parameter) {
    var all = new ArrayList<>(parameters);
    all.add(parameter);
    return new RegularizerType(name, stage, all, rules);
  }
}
