package dev.regularizer.controller.observe;

import dev.regularizer.crds.RegularizedModel;
import dev.regularizer.crds.rollout.GatewayRef;
import dev.regularizer.crds.rollout.PathMatch;
import dev.regularizer.crds.rollout.RequestMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which requests a model wants to be led to it: gateway, host and path. */
public final class RouteClaims {
  private static final Comparator<RegularizedModel> OLDEST_FIRST =
      Comparator.<RegularizedModel, String>comparing(
              model -> model.getMetadata().getCreationTimestamp())
          .thenComparing(model -> model.getMetadata().getNamespace())
          .thenComparing(model -> model.getMetadata().getName());

  private RouteClaims() {}

  /** One text per gateway, host and path; equal texts are the same requests. */
  public static List<String> of(RegularizedModel model) {
    var traffic = model.getSpec() == null ? null : model.getSpec().traffic().gatewayAPI();
    var claims = new ArrayList<String>();
    if (traffic == null || model.getMetadata().getDeletionTimestamp() != null) {
      return claims;
    }
    var hosts = orElse(traffic.hostnames(), "*");
    var paths =
        orElse(
            Optional.ofNullable(traffic.matches())
                .map(matches -> matches.stream().map(RouteClaims::path).toList())
                .orElse(List.of()),
            "PathPrefix /");
    for (var parent : traffic.parentRefs()) {
      for (var host : hosts) {
        for (var path : paths) {
          claims.add(gateway(model, parent) + " " + host + " " + path);
        }
      }
    }
    return claims;
  }

  /** The older model with one of the same claims, if there is one. */
  static Optional<RegularizedModel> rival(RegularizedModel model, List<RegularizedModel> same) {
    return same.stream()
        .filter(other ->
            !Objects.equals(other.getMetadata().getUid(), model.getMetadata().getUid())
                && OLDEST_FIRST.compare(other, model) < 0)
        .min(OLDEST_FIRST);
  }

  private static String gateway(RegularizedModel model, GatewayRef parent) {
    return Objects.requireNonNullElse(parent.namespace(), model.getMetadata().getNamespace())
        + "/"
        + parent.name()
        + "/"
        + Objects.requireNonNullElse(parent.sectionName(), "")
        + "/"
        + Objects.requireNonNullElse(parent.port(), 0);
  }

  private static String path(RequestMatch match) {
    PathMatch path = match.path();
    return path == null
        ? "PathPrefix /"
        : Objects.requireNonNullElse(path.type(), "PathPrefix") + " " + path.value();
  }

  private static List<String> orElse(@Nullable List<String> all, String one) {
    return all == null || all.isEmpty() ? List.of(one) : all;
  }
}
