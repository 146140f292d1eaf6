package dev.regularizer.controller.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the configuration file; everything wrong with it is reported at once, with its line. */
public final class ConfigReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final LeaderElection ELECTION =
      new LeaderElection(true, Duration.ofSeconds(8), Duration.ofSeconds(5), Duration.ofSeconds(1));

  private ConfigReader() {}

  /** The configuration in a file. */
  public static OperatorConfig read(Path file) throws ConfigException {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException unreadable) {
      throw new ConfigException(
          List.of(
              file
                  + ": cannot be read ("
                  + unreadable.getClass().getSimpleName()
                  + "); name a readable YAML file with --config"));
    }
  }

  /** The configuration in a text; the file's name is for messages. */
  public static OperatorConfig read(String file, String yaml) throws ConfigException {
    var problems = new ArrayList<String>();
    var config = parse(file, yaml, problems);
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  private static OperatorConfig parse(String file, String yaml, List<String> problems)
      throws ConfigException {
    try {
      var node =
          new Compose(LoadSettings.builder().setLabel(file).build())
              .composeString(yaml)
              .orElse(null);
      var top =
          new Section(
              file,
              "",
              node,
              problems,
              "prometheus",
              "watchNamespaces",
              "concurrency",
              "managementPort",
              "leaderElection",
              "logLevel");
      return new OperatorConfig(
          connections(top.section("prometheus", "connections")),
          top.texts("watchNamespaces"),
          top.integer("concurrency", 8, 1, 256),
          top.integer("managementPort", 8080, 0, 65535),
          election(
              top.section(
                  "leaderElection", "enabled", "leaseDuration", "renewDeadline", "retryPeriod")),
          top.parsed(
              "logLevel",
              LogLevel.INFO,
              text -> LogLevel.valueOf(text.toUpperCase(Locale.ROOT)),
              "ERROR, WARN, INFO, DEBUG, TRACE"));
    } catch (MarkedYamlEngineException broken) {
      var line = broken.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
      throw new ConfigException(
          List.of(file + line + ": not YAML: " + broken.getProblem() + "; correct that line"));
    } catch (YamlEngineException broken) {
      throw new ConfigException(List.of(file + ": not YAML: " + broken.getMessage()));
    }
  }

  private static List<Connection> connections(Section prometheus) {
    var connections = new ArrayList<Connection>();
    var names = new HashSet<String>();
    for (var section :
        prometheus.sections(
            "connections",
            "name",
            "url",
            "scrapeInterval",
            "ingestionLag",
            "timeout",
            "maxConcurrency",
            "namespaces")) {
      var connection = connection(section);
      if (!names.add(connection.name())) {
        section.refuse(
            "name",
            "\"" + connection.name() + "\" twice",
            "a name of its own for each connection",
            "rename one of them");
      }
      connections.add(connection);
    }
    return connections;
  }

  private static Connection connection(Section section) {
    var name = section.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      section.refuse(
          "name",
          "\"" + name + "\"",
          "lower case letters, digits and dashes, 1 to 63 characters",
          "rename it");
    }
    var scrapeInterval = section.duration("scrapeInterval", Duration.ofSeconds(15));
    positive(section, "scrapeInterval", scrapeInterval);
    var timeout = section.duration("timeout", Duration.ofSeconds(5));
    positive(section, "timeout", timeout);
    return new Connection(
        name,
        url(section),
        scrapeInterval,
        section.duration("ingestionLag", Duration.ofSeconds(1)),
        timeout,
        section.integer("maxConcurrency", 4, 1, 64),
        section.texts("namespaces"));
  }

  private static URI url(Section section) {
    var text = section.text("url");
    var fallback = URI.create("http://localhost/");
    if (text.isEmpty()) {
      return fallback;
    }
    return section.parsed(
        "url",
        fallback,
        value -> {
          var url = URI.create(value);
          var scheme = url.getScheme();
          if ((!"http".equals(scheme) && !"https".equals(scheme))
              || url.getHost() == null
              || url.getQuery() != null
              || url.getUserInfo() != null) {
            throw new IllegalArgumentException(value);
          }
          return url;
        },
        "http://HOST[:PORT][/PATH] or https://…, without user, password and query");
  }

  private static LeaderElection election(Section section) {
    if (!section.truth("enabled", true)) {
      return LeaderElection.OFF;
    }
    var election =
        new LeaderElection(
            true,
            section.duration("leaseDuration", ELECTION.leaseDuration()),
            section.duration("renewDeadline", ELECTION.renewDeadline()),
            section.duration("retryPeriod", ELECTION.retryPeriod()));
    positive(section, "retryPeriod", election.retryPeriod());
    if (election.renewDeadline().compareTo(election.leaseDuration()) >= 0) {
      section.refuse(
          "renewDeadline",
          election.renewDeadline().toString(),
          "less than leaseDuration",
          "lower it or raise leaseDuration");
    }
    // The elector waits up to 2.2 retry periods between two tries.
    if (election.retryPeriod().multipliedBy(22).dividedBy(10).compareTo(election.renewDeadline())
        >= 0) {
      section.refuse(
          "retryPeriod",
          election.retryPeriod().toString(),
          "less than renewDeadline / 2.2",
          "lower it or raise renewDeadline");
    }
    return election;
  }

  private static void positive(Section section, String key, Duration value) {
    if (!value.isPositive()) {
      section.refuse(key, "\"0s\"", "more than 0s", "raise it");
    }
  }
}
