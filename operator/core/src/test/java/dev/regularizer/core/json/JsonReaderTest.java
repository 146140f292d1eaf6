package dev.regularizer.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void readsEveryKindOfValue() {
    assertThat(
            JsonReader.read(
                " {\"a\" : [ 1 , -2.5e+1, \"x\\u00e9\\n\\/\", true, false, null, {} ] }\n"))
        .isEqualTo(
            JsonObject.of(
                "a",
                JsonArray.of(
                    JsonNumber.of(1),
                    JsonNumber.of(-25),
                    new JsonString("xé\n/"),
                    JsonBool.TRUE,
                    JsonBool.FALSE,
                    JsonNull.NULL,
                    JsonObject.of())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                  | line 1, column 1: expected a value
          {                   | line 1, column 2: expected a name in double quotes
          {"a" 1}             | line 1, column 6: expected ':'
          {"a": 1,}           | line 1, column 9: expected a name in double quotes
          {"a": 1, "a": 2}    | line 1, column 10: the name "a" stands twice in one map
          [1 2]               | line 1, column 4: expected ']'
          [1,]                | line 1, column 4: expected a value
          1 2                 | line 1, column 3: expected the end of the text
          01                  | line 1, column 2: expected the end of the text
          1.                  | line 1, column 3: expected a digit
          -                   | line 1, column 2: expected a digit
          1e                  | line 1, column 3: expected a digit
          1e999999            | line 1, column 1: the number is too large
          1e99999999999       | line 1, column 1: the number is too large
          nul                 | line 1, column 1: expected a value
          "a                  | line 1, column 3: the text ends inside a string
          "\\x"               | line 1, column 3: unknown escape
          "\\u12g4"           | line 1, column 6: expected four hexadecimal digits after \\u
          NaN                 | line 1, column 1: expected a value
          """)
  void refusesOtherText(String text, String message) {
    assertThatThrownBy(() -> JsonReader.read(text))
        .isInstanceOf(JsonSyntaxException.class)
        .hasMessage(message);
  }

  @Test
  void pointsAtTheLine() {
    assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": ?\n}"))
        .isInstanceOfSatisfying(
            JsonSyntaxException.class,
            it -> {
              assertThat(it.line()).isEqualTo(2);
              assertThat(it.column()).isEqualTo(8);
            });
  }

  @Test
  void refusesControlCharactersAndDeepNesting() {
    assertThatThrownBy(() -> JsonReader.read("\"a\nb\"")).hasMessageContaining("control character");
    assertThatThrownBy(() -> JsonReader.read("1\0")).hasMessageContaining("control character");
    assertThatThrownBy(() -> JsonReader.read("\0")).hasMessageContaining("control character");
    assertThat(JsonReader.read("[".repeat(256) + "]".repeat(256))).isInstanceOf(JsonArray.class);
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000)))
        .hasMessageContaining("nested deeper than 256");
  }
}
