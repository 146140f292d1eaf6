package dev.regularizer.controller.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnedFieldsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'a':1}                     | {'a':1,'b':2}                        | true  | true
          {'a':1}                     | {'a':2}                              | false | false
          {'a':1}                     | {}                                   | false | false
          {'a':{}}                    | {}                                   | true  | true
          {'a':[]}                    | {}                                   | true  | true
          {'cpu':'0.5'}               | {'cpu':'500m'}                       | true  | true
          {'cpu':'0.5'}               | {'cpu':'600m'}                       | false | false
          {'l':[{'name':'a','x':1}]}  | {'l':[{'name':'a','x':1,'y':2}]}     | true  | true
          {'l':[{'name':'a'}]}        | {'l':[{'name':'side'},{'name':'a'}]} | true  | false
          {'l':[{'name':'a','x':1}]}  | {'l':[{'name':'side'},{'name':'a'}]} | false | false
          {'l':[{'name':'a'},{'name':'b'}]} | {'l':[{'name':'b'},{'name':'a'}]} | true | false
          {'l':['a']}                 | {'l':['a','b']}                      | false | false
          {'l':['a','b']}             | {'l':['a']}                          | false | false
          """)
  void holds(String desired, String actual, boolean named, boolean atomic)
      throws JsonProcessingException {
    assertThat(OwnedFields.holds(json(desired), json(actual), false)).isEqualTo(named);
    assertThat(OwnedFields.holds(json(desired), json(actual), true)).isEqualTo(atomic);
  }
}
