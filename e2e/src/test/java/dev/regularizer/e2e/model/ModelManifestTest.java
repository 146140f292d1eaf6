package dev.regularizer.e2e.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelManifestTest {
  private static final ModelManifest MANIFEST =
      ModelManifest.parse(
          """
          metadata: {name: digits}
          spec:
            replicas: 2
            traffic: {gatewayAPI: {hostnames: [digits.example.com]}}
            slis: [{name: one}, {name: two}]
          """);

  @Test
  void takesItsNameIntoItsHostname() {
    var named = MANIFEST.named("other");
    assertThat(named.name()).isEqualTo("other");
    assertThat(named.hostname()).isEqualTo("other.example.com");
    assertThat(MANIFEST.name()).isEqualTo("digits");
  }

  @Test
  void takesValuesAsYaml() {
    assertThat(MANIFEST.with("/spec/replicas", "1").at("/spec/replicas").asInt()).isEqualTo(1);
    assertThat(
            MANIFEST
                .with("/spec/traffic/gatewayAPI/hostnames", "[a.example.com, b.example.com]")
                .at("/spec/traffic/gatewayAPI/hostnames"))
        .hasSize(2);
    assertThat(
            MANIFEST
                .with("/spec/rollout", "{steps: [{weight: 25}], bake: 10s}")
                .at("/spec/rollout/steps/0/weight")
                .asInt())
        .isEqualTo(25);
  }

  @Test
  void reachesIntoLists() {
    assertThat(MANIFEST.with("/spec/slis/1/gate", "Advisory").at("/spec/slis/1/gate").asText())
        .isEqualTo("Advisory");
  }
}
