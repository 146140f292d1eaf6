package dev.regularizer.crds.rollout;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.regularizer.crds.schema.Wire;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of an HTTPRoute that users decide. */
@Wire
public record GatewayApiTraffic(
    @JsonPropertyDescription("Gateways the route attaches to, 1 to 8.")
        @Required
        @Size(min = 1, max = 8)
        List<GatewayRef> parentRefs,
    @JsonPropertyDescription(
            "Host names the route answers to, at most 16; a first label `*` stands for any."
                + " Default: those of the Gateway's listeners.")
        @Size(max = 16)
        @ValidationRule(
            value =
                "self.all(h, size(h) <= 253 && h.matches('^([*][.])?"
                    + "[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'))",
            messageExpression =
                "'found ' + strings.quote(self.join(', ')) + '; allowed: host names of"
                    + " lower-case letters, digits, `-` and `.`, without port or path, such as"
                    + " ic.example.com or *.example.com; correct them'")
        @Nullable List<String> hostnames,
    @JsonPropertyDescription(
            "Requests the route takes, at most 8; one match is enough. Default: every path.")
        @Size(max = 8)
        @Nullable List<RequestMatch> matches,
    @JsonPropertyDescription("Time limits of the route. Default: those of the gateway.")
        @Nullable RouteTimeouts timeouts) {}
