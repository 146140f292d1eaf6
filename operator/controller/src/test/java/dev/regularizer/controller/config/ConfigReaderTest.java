package dev.regularizer.controller.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  private static OperatorConfig read(String yaml) throws ConfigException {
    return ConfigReader.read("config.yaml", yaml);
  }

  @Test
  void readsEverything() throws ConfigException {
    var config =
        read(
            """
            prometheus:
              connections:
              - name: default
                url: https://prometheus.example.com/base
                scrapeInterval: 2s
                ingestionLag: 500ms
                timeout: 3s
                maxConcurrency: 2
                namespaces: [vision, text]
            watchNamespaces: [vision]
            concurrency: 3
            managementPort: 9090
            leaderElection: {enabled: true, leaseDuration: 10s, renewDeadline: 6s, retryPeriod: 500ms}
            logLevel: debug
            """);
    assertThat(config.connections())
        .containsExactly(
            new Connection(
                "default",
                URI.create("https://prometheus.example.com/base"),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                2,
                Set.of("vision", "text")));
    assertThat(config.watchNamespaces()).containsExactly("vision");
    assertThat(config.concurrency()).isEqualTo(3);
    assertThat(config.managementPort()).isEqualTo(9090);
    assertThat(config.leaderElection())
        .isEqualTo(
            new LeaderElection(
                true, Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofMillis(500)));
    assertThat(config.logLevel()).isEqualTo(LogLevel.DEBUG);
    assertThat(config.connection("default", "vision")).isPresent();
    assertThat(config.connection("default", "speech")).isEmpty();
    assertThat(config.connection("other", "vision")).isEmpty();
  }

  @Test
  void anEmptyFileIsAllDefaults() throws ConfigException {
    var config = read("");
    assertThat(config.connections()).isEmpty();
    assertThat(config.watchNamespaces()).isEmpty();
    assertThat(config.leaderElection().enabled()).isTrue();
    assertThat(config.managementPort()).isEqualTo(8080);
  }

  @Test
  void leaderElectionCanBeOff() throws ConfigException {
    assertThat(read("leaderElection: {enabled: false}").leaderElection())
        .isEqualTo(LeaderElection.OFF);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wathcNamespaces: []                           | config.yaml:1: top level: found unknown key "wathcNamespaces"; allowed: prometheus, watchNamespaces,
          prometheus: {connections: [{name: a, url: 'http://h', scrapeIntervall: 1s}]} | config.yaml:1: prometheus.connections[0]: found unknown key "scrapeIntervall"; allowed: name, url,
          prometheus: {connections: [{url: 'http://h'}]} | prometheus.connections[0].name: found nothing; allowed: a text; set it
          prometheus: {connections: [{name: a}]}        | prometheus.connections[0].url: found nothing
          prometheus: {connections: [{name: A b, url: 'http://h'}]} | found "A b"; allowed: lower case letters
          prometheus: {connections: [{name: a, url: 'http://u:p@h'}]} | without user, password and query
          prometheus: {connections: [{name: a, url: 'ftp://h'}]} | prometheus.connections[0].url: found "ftp://h"
          prometheus: {connections: [{name: a, url: 'http://h'}, {name: a, url: 'http://h'}]} | "a" twice
          prometheus: {connections: {}}                 | prometheus.connections: found a map of 0 keys; allowed: a list
          prometheus: {connections: [{name: a, url: 'http://h', scrapeInterval: 15}]} | found "15"; allowed: a duration
          prometheus: {connections: [{name: a, url: 'http://h', scrapeInterval: 0s}]} | allowed: more than 0s
          prometheus: []                                | prometheus: found a list of 0; allowed: a map
          concurrency: many                             | concurrency: found "many"; allowed: a whole number from 1 to 256
          concurrency: 0                                | concurrency: found "0"
          logLevel: LOUD                                | logLevel: found "LOUD"; allowed: ERROR, WARN, INFO, DEBUG, TRACE
          watchNamespaces: [[a]]                        | found a list of 1; allowed: a list of texts
          leaderElection: {leaseDuration: 5s, renewDeadline: 5s} | allowed: less than leaseDuration
          leaderElection: {retryPeriod: 4s}             | allowed: less than renewDeadline / 2.2
          leaderElection: {enabled: maybe}              | found "maybe"; allowed: true or false
          """)
  void saysWhatIsWrong(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message.strip());
  }

  @Test
  void namesTheLineOfEachProblem() {
    assertThatThrownBy(() ->
            read(
                """
                concurrency: 4
                colour: red
                leaderElection:
                  lease: 3s
                """))
        .hasMessageContaining("config.yaml:2: top level: found unknown key \"colour\"")
        .hasMessageContaining("config.yaml:4: leaderElection: found unknown key \"lease\"");
  }

  @Test
  void brokenYamlHasALine() {
    assertThatThrownBy(() -> read("a: 1\nb: [")).hasMessageContaining("config.yaml:2: not YAML");
  }

  @Test
  void aKeyTwiceIsRefused() {
    assertThatThrownBy(() -> read("concurrency: 1\nconcurrency: 2"))
        .hasMessageContaining("config.yaml:2");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> ConfigReader.read(Path.of("no-such-file.yaml")))
        .hasMessageContaining("no-such-file.yaml: cannot be read");
  }
}
