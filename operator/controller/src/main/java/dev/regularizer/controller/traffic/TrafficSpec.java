package dev.regularizer.controller.traffic;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteTimeouts;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.ParentReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** `spec.traffic.gatewayAPI`: what the user says about the route. */
public record TrafficSpec(
    List<ParentReference> parentRefs,
    List<String> hostnames,
    List<HTTPRouteMatch> matches,
    @Nullable HTTPRouteTimeouts timeouts) {
  public TrafficSpec {
    parentRefs = List.copyOf(parentRefs);
    hostnames = List.copyOf(hostnames);
    matches = List.copyOf(matches);
  }
}
