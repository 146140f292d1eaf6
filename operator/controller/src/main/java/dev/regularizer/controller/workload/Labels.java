package dev.regularizer.controller.workload;

import dev.regularizer.core.spec.ModelKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Labels and annotations of our objects. */
public final class Labels {
  public static final String MODEL = "regularizer.dev/model";
  public static final String REVISION = "regularizer.dev/revision";
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
  public static final String NAME = "app.kubernetes.io/name";
  public static final String VERSION = "app.kubernetes.io/version";
  public static final String OPERATOR = "regularizer-operator";

  /** Annotation: hash of what was last applied; a field we stop setting is found by it. */
  public static final String APPLIED_HASH = "regularizer.dev/applied-hash";

  /**
   * Annotation on a ModelRevision: how its last attempt ended; survives a restore without status.
   */
  public static final String OUTCOME = "regularizer.dev/outcome";

  /** What all informers of children select. */
  public static final String SELECTOR = MANAGED_BY + "=" + OPERATOR;

  private static final Pattern VALUE =
      Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");

  private Labels() {}

  /** Labels of an object that serves the whole model. */
  public static Map<String, String> ofModel(String model) {
    var labels = new TreeMap<String, String>();
    labels.put(MODEL, model);
    labels.put(NAME, model);
    labels.put(MANAGED_BY, OPERATOR);
    return labels;
  }

  /** Labels of an object of one revision. */
  public static Map<String, String> ofRevision(String model, String suffix, String version) {
    var labels = ofModel(model);
    labels.put(REVISION, suffix);
    if (VALUE.matcher(version).matches()) {
      labels.put(VERSION, version);
    }
    return labels;
  }

  /** Whether a label belongs to the operator, in this version or another. */
  public static boolean isOurs(String key) {
    return key.startsWith("regularizer.dev/") || key.startsWith("app.kubernetes.io/");
  }

  /** What selects the pods of one revision; never a role, since a role changes. */
  public static Map<String, String> selector(String model, String suffix) {
    return new TreeMap<>(Map.of(MODEL, model, REVISION, suffix));
  }

  /** The model an object belongs to, by its label. */
  public static Optional<ModelKey> modelOf(HasMetadata object) {
    return label(object, MODEL)
        .map(name -> new ModelKey(object.getMetadata().getNamespace(), name));
  }

  /** The hash part of the revision an object belongs to, by its label. */
  public static Optional<String> suffixOf(HasMetadata object) {
    return label(object, REVISION);
  }

  private static Optional<String> label(HasMetadata object, String name) {
    return Optional.ofNullable(object.getMetadata().getLabels()).map(labels -> labels.get(name));
  }
}
