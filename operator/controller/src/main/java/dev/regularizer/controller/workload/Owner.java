package dev.regularizer.controller.workload;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.Optional;

/** The model as controller owner of every object made for it. */
public record Owner(String apiVersion, String kind, String name, String uid) {

  public static Owner of(HasMetadata model) {
    return new Owner(
        model.getApiVersion(),
        model.getKind(),
        model.getMetadata().getName(),
        model.getMetadata().getUid());
  }

  public OwnerReference reference() {
    return new OwnerReferenceBuilder()
        .withApiVersion(apiVersion)
        .withKind(kind)
        .withName(name)
        .withUid(uid)
        .withController(true)
        .withBlockOwnerDeletion(false)
        .build();
  }

  /** Whether an object is controlled by this very model, not by an earlier one of its name. */
  public boolean owns(HasMetadata object) {
    return controllerOf(object).map(OwnerReference::getUid).filter(uid::equals).isPresent();
  }

  /** Whether nobody controls an object that carries our labels: what a restore leaves. */
  public boolean mayAdopt(HasMetadata object) {
    return controllerOf(object).isEmpty()
        && Labels.modelOf(object).filter(key -> key.name().equals(name)).isPresent();
  }

  /** Who controls an object, for people. */
  public static String describe(HasMetadata object) {
    return controllerOf(object)
        .map(it -> "owned by " + it.getKind() + " " + it.getName())
        .orElse("owned by nobody");
  }

  private static Optional<OwnerReference> controllerOf(HasMetadata object) {
    return Optional.ofNullable(object.getMetadata().getOwnerReferences()).stream()
        .flatMap(references -> references.stream())
        .filter(reference -> Boolean.TRUE.equals(reference.getController()))
        .findFirst();
  }
}
