package dev.regularizer.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  @Test
  void sortsKeysAndKeepsLists() {
    var json = JsonReader.read("{\"b\": [2, 1], \"a\": {\"d\": true, \"c\": null}, \"B\": \"x\"}");
    assertThat(CanonicalJson.write(json))
        .isEqualTo("{\"B\":\"x\",\"a\":{\"c\":null,\"d\":true},\"b\":[2,1]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "-0, 0",
    "0.10, 0.1",
    "1e2, 100",
    "1E+2, 100",
    "1e-7, 0.0000001",
    "1e100, 1e100",
    "-2.50e99, -25e98",
    "9e99999, 9e99999"
  })
  void writesEachNumberInOneWay(String text, String canonical) {
    assertThat(CanonicalJson.write(JsonReader.read(text))).isEqualTo(canonical);
    assertThat(JsonReader.read(canonical)).isEqualTo(JsonReader.read(text));
  }

  @Test
  void escapesWhatItMust() {
    assertThat(CanonicalJson.write(new JsonString("\"\\/\b\f\n\r\t\u0001\u007fé\ud83d\ude00")))
        .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007fé\ud83d\ude00\"");
  }

  @Test
  void keepsHalvesOfPairsApart() {
    var texts = List.of("\ud83d", "\ude00", "?", "\ude00\ud83d", "\ud83dx", "x\ude00");
    assertThat(texts.stream().map(it -> CanonicalJson.write(new JsonString(it))))
        .containsExactly(
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"?\"",
            "\"\\ude00\\ud83d\"",
            "\"\\ud83dx\"",
            "\"x\\ude00\"");
  }

  @Test
  void valuesCannotBeChanged() {
    var members = new LinkedHashMap<String, Json>();
    members.put("a", JsonNull.NULL);
    var object = new JsonObject(members);
    members.put("b", JsonNull.NULL);
    assertThat(object).isEqualTo(JsonObject.of("a", JsonNull.NULL));
    assertThat(object.with("c", JsonBool.TRUE).without("a"))
        .isEqualTo(JsonObject.of("c", JsonBool.TRUE));
    assertThat(object).isEqualTo(JsonObject.of("a", JsonNull.NULL));
  }

  @Test
  void membersAreFoundByKind() {
    var object = (JsonObject) JsonReader.read("{\"t\": \"x\", \"o\": {}, \"l\": [], \"n\": null}");
    assertThat(object.text("t")).contains("x");
    assertThat(object.object("o")).contains(JsonObject.of());
    assertThat(object.array("l")).contains(JsonArray.of());
    assertThat(object.find("n")).contains(JsonNull.NULL);
    assertThat(object.text("o")).isEmpty();
    assertThat(object.find("missing")).isEmpty();
  }
}
