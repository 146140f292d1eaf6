package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How traffic is divided between stable and candidate: exactly one member. */
@Wire
@ValidationRule(
    value = "has(self.gatewayAPI)",
    message =
        "found no way to divide the traffic; allowed: exactly one member, gatewayAPI; add"
            + " traffic.gatewayAPI with the parentRefs of your Gateway")
public record TrafficPlan(
    @JsonPropertyDescription(
            "An HTTPRoute of the Gateway API, made and owned by the operator. Fields are named as"
                + " in HTTPRoute.")
        @Nullable GatewayApiTraffic gatewayAPI) {}
