package dev.regularizer.core.regularizer;

import java.util.List;
import java.util.Optional;

/**
 * Something that constrains a model.
 *
 * @param name the effective name: the user's name, else the type
 * @param parameters those that are set, in the order of the catalogue
 */
public record Regularizer(String type, String name, Stage stage, List<Parameter> parameters) {
  /** The type whose parameters are the user's own. */
  public static final String CUSTOM = "Custom";

  public Regularizer {
    parameters = List.copyOf(parameters);
  }

  /** The value of one parameter, if it is set. */
  public Optional<String> value(String parameter) {
    return parameters.stream()
        .filter(it -> it.name().equals(parameter))
        .map(Parameter::value)
        .findFirst();
  }

  /** How people point at it: the type, with the name where it has one of its own. */
  public String label() {
    return name.equals(type) ? type : type + "/" + name;
  }
}
