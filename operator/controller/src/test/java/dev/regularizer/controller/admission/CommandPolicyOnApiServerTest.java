package dev.regularizer.controller.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.command.Command;
import dev.regularizer.core.command.Verb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The policy and the operator read a command alike, so that no spelling goes round the rights; and
 * each verb is its own right. Needs KUBECONFIG.
 */
@Tag("api-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandPolicyOnApiServerTest {
  private static final String TOKEN = "7d9f8bxk2c.1.3";

  /** What is put between, before, behind and instead of the characters of a command. */
  private static final List<String> STRANGE =
      List.of(
          " ",
          "\t",
          "\n",
          "\r",
          "\u00a0",
          "\u200b",
          "\u0000",
          "\u001b",
          ".",
          "-",
          "0",
          "a",
          "A",
          ",",
          ";",
          "\"",
          "٣",
          "а",
          "\ud83d\ude80");

  private final PolicedNamespace server = new PolicedNamespace();

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void eachVerbIsARightOfItsOwn() {
    for (var verb : Verb.values()) {
      server.allow("may-" + verb.word(), "get", "update", "patch", verb.word());
    }
    server.allow("may-none", "get", "update", "patch");
    for (var command : Verb.values()) {
      var text = command.word() + " " + TOKEN;
      for (var right : Verb.values()) {
        var said = server.given("may-" + right.word(), text);
        if (right == command) {
          assertThat(said).as("%s by who may", text).isEmpty();
        } else {
          assertThat(said.orElse(""))
              .as("%s by who may %s", text, right.word())
              .contains("who may not " + command.word() + "; allowed: users with the verb");
        }
      }
      assertThat(server.given("may-none", text)).as(text).isPresent();
    }
  }

  @Test
  void whatThePolicyLetsThroughTheOperatorReadsAlike() {
    var accepted = new LinkedHashSet<String>();
    for (var text : spellings()) {
      var said = server.given(text);
      if (said.isPresent()) {
        assertThat(said.get())
            .contains("metadata.annotations[\"regularizer.dev/command\"]: found \"")
            .contains("; allowed: <verb> <token>")
            .endsWith("; copy the token from status.token");
        continue;
      }
      accepted.add(text);
      assertThat(Command.parse(text))
          .as(text)
          .isInstanceOfSatisfying(
              Command.Parsed.Valid.class,
              it -> {
                var command = it.command();
                assertThat(command.verb().word()).isEqualTo(text.substring(0, text.indexOf(' ')));
                assertThat(command.verb().word() + " " + command.token().text()).isEqualTo(text);
              });
    }
    assertThat(accepted)
        .containsExactlyInAnyOrder(
            "hold 7d9f8bxk2c.1.3",
            "hold 7d9f8bxk2c.10.3",
            "hold 7d9f8bxk2c.1.0",
            "hold 7d9f8bxk2c.1.30");
  }

  @Test
  void everyCommandThatStatusOffersIsLetThrough() {
    for (var verb : Verb.values()) {
      for (var token :
          List.of("bcdfghjklm.1.0", "npqrstvwxz.999999999.10", "2456789bcd.10.9", TOKEN)) {
        assertThat(server.given(verb.word() + " " + token)).as("%s %s", verb, token).isEmpty();
      }
    }
  }

  /** One character more, less or another one, anywhere in a command; and what people try. */
  private static Set<String> spellings() {
    var good = "hold " + TOKEN;
    var all = new LinkedHashSet<String>();
    for (int at = 0; at <= good.length(); at++) {
      for (var strange : STRANGE) {
        all.add(good.substring(0, at) + strange + good.substring(at));
        if (at < good.length()) {
          all.add(good.substring(0, at) + strange + good.substring(at + 1));
        }
      }
      if (at < good.length()) {
        all.add(good.substring(0, at) + good.substring(at + 1));
      }
    }
    var tried = new ArrayList<>(List.of("", good, good + "; abort " + TOKEN, TOKEN + " hold"));
    for (var verb : Verb.values()) {
      tried.add(verb.word());
      tried.add(verb.word().toUpperCase(Locale.ROOT) + " " + TOKEN);
      tried.add(verb.word() + "  " + TOKEN);
      tried.add("hold " + TOKEN + " " + verb.word());
      tried.add("hold " + TOKEN + "\n" + verb.word() + " " + TOKEN);
      tried.add(verb.word() + "\n hold " + TOKEN);
    }
    all.addAll(tried);
    return all;
  }
}
