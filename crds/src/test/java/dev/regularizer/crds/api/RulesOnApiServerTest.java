package dev.regularizer.crds.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on the real API server: what it accepts, what it refuses, and its words. */
@Tag("api-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesOnApiServerTest {
  private final ApiServer server = ApiServer.connect();

  @AfterAll
  void close() {
    server.close();
  }

  static List<RuleCase> cases() {
    return RuleCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void accepts(RuleCase rule) {
    var all = new SoftAssertions();
    for (var value : rule.accepts()) {
      all.assertThat(refusals(rule, value)).as("%s = %s", rule.at(), value).isEmpty();
    }
    all.assertAll();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void refuses(RuleCase rule) {
    var all = new SoftAssertions();
    for (var value : rule.refuses()) {
      all.assertThat(refusals(rule, value))
          .as("%s = %s", rule.at(), value)
          .anySatisfy(refusal -> {
            assertThat(refusal.field()).isEqualTo(rule.field());
            assertThat(refusal.message()).contains("found ").contains(rule.says());
            if (value.isTextual() && rule.from() == null) {
              assertThat(refusal.message()).containsAnyOf(value.textValue(), escaped(value));
            }
          });
    }
    all.assertAll();
  }

  /** A text as a message quotes it: a line break in it would end the message. */
  private static String escaped(JsonNode text) {
    var quoted = text.toString();
    return quoted.substring(1, quoted.length() - 1);
  }

  private List<Refusal> refusals(RuleCase rule, JsonNode value) {
    var object = rule.object();
    object.put(rule.at(), value);
    if (rule.from() == null) {
      return server.refusals(object);
    }
    var before = rule.object();
    before.put(rule.at(), rule.from());
    return server.refusals(before, object);
  }
}
