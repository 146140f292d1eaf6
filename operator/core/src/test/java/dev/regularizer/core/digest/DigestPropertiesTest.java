package dev.regularizer.core.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.json.CanonicalJson;
import dev.regularizer.core.json.Json;
import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonBool;
import dev.regularizer.core.json.JsonNumber;
import dev.regularizer.core.json.JsonObject;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.json.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the digest of every golden revision, whatever is done to it. */
class DigestPropertiesTest {
  private static final int ROUNDS = 50;

  static Stream<GoldenDigestsTest.Golden> goldens() {
    return GoldenDigestsTest.goldens();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void anotherSpellingIsTheSameRevision(GoldenDigestsTest.Golden golden) {
    var respelling = new Respelling(new Random(7));
    var revision = (JsonObject) JsonReader.read(golden.revision());
    for (int round = 0; round < ROUNDS; round++) {
      var respelt = respelling.of(revision);
      assertThat(sha256(respelt)).as(CanonicalJson.write(respelt)).isEqualTo(golden.sha256());
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyChangeIsAnotherRevision(GoldenDigestsTest.Golden golden) {
    var revision = new CanonicalFormV1().of(JsonReader.read(golden.revision()));
    var seen = new HashMap<String, Json>(Map.of(golden.sha256(), withoutEmptyMembers(revision)));
    for (var changed : changes(revision, "")) {
      var meaning = withoutEmptyMembers(changed);
      var before = seen.putIfAbsent(sha256(changed), meaning);
      assertThat(before == null || before.equals(meaning))
          .as("same digest: %s and %s", meaning, before)
          .isTrue();
    }
    assertThat(seen).hasSizeGreaterThan(revision.equals(JsonObject.of()) ? 1 : 2);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theCanonicalFormIsItsOwnCanonicalForm(GoldenDigestsTest.Golden golden) {
    var form = new CanonicalFormV1();
    var once = form.of(JsonReader.read(golden.revision()));
    assertThat(form.of(once)).isEqualTo(once);
    assertThat(JsonReader.read(CanonicalJson.write(once))).isEqualTo(once);
  }

  /** Every value with one thing in it changed, added, removed or moved. */
  private static List<Json> changes(Json json, String name) {
    var changes = new ArrayList<Json>();
    switch (json) {
      case JsonObject object -> {
        changes.add(object.with("added", JsonNumber.of(0)));
        object
            .members()
            .forEach((member, value) -> {
              changes.add(object.without(member));
              changes.add(object.without(member).with(member + "2", value));
              changes(value, member).forEach(it -> changes.add(object.with(member, it)));
            });
      }
      case JsonArray(var elements) -> {
        changes.add(list(elements, it -> it.add(JsonObject.of("added", JsonBool.TRUE))));
        for (int i = 0; i < elements.size(); i++) {
          int at = i;
          changes.add(list(elements, it -> it.remove(at)));
          for (var changed : changes(elements.get(i), "")) {
            changes.add(list(elements, it -> it.set(at, changed)));
          }
          boolean ordered = !name.equals("regularizers");
          if (ordered && i > 0 && !elements.get(i).equals(elements.get(i - 1))) {
            changes.add(list(elements, it -> it.add(at - 1, it.remove(at))));
          }
        }
      }
      case JsonString(var text) -> {
        changes.add(new JsonString(text + "5"));
        changes.add(new JsonString("x" + text));
        changes.add(JsonBool.TRUE);
      }
      case JsonNumber(var number) -> {
        changes.add(new JsonNumber(number.add(BigDecimal.ONE)));
        changes.add(new JsonNumber(number.negate().subtract(BigDecimal.TEN)));
      }
      case JsonBool bool -> changes.add(JsonBool.of(!bool.value()));
      default -> changes.add(new JsonString("something"));
    }
    return changes;
  }

  /** A member that became empty is as good as removed. */
  private static Json withoutEmptyMembers(Json json) {
    return switch (json) {
      case JsonArray(var elements) ->
          new JsonArray(elements.stream().map(DigestPropertiesTest::withoutEmptyMembers).toList());
      case JsonObject object -> {
        var kept = object;
        for (var name : object.members().keySet()) {
          var value =
              object.find(name).map(DigestPropertiesTest::withoutEmptyMembers).orElseThrow();
          boolean empty = value.equals(JsonObject.of()) || value.equals(JsonArray.of());
          kept = empty ? kept.without(name) : kept.with(name, value);
        }
        yield kept;
      }
      default -> json;
    };
  }

  private static Json list(List<Json> elements, Consumer<List<Json>> edit) {
    var edited = new ArrayList<>(elements);
    edit.accept(edited);
    return new JsonArray(edited);
  }

  private static String sha256(Json revision) {
    return RevisionDigest.digest(revision, 1, 0).sha256();
  }
}
