package dev.regularizer.core.regularizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularizerParserTest {

  @Test
  void readsTheExampleOfTheDocumentation() {
    var parsed =
        parse(
            """
            {"type": "L2", "strength": "0.0001"},
            {"type": "Dropout", "name": "head", "rate": "0.2"},
            {"type": "OutputClipping", "max": "0.99", "min": "0.01"},
            {"type": "InputLimit", "maxBytes": "4Mi", "name": null},
            {"type": "EarlyStopping", "patience": 5},
            {"type": "BatchNormalization"},
            {"type": "Custom", "name": "spectral", "stage": "PostHoc", "parameters": [{"name": "bound", "value": "3"}]}
            """);
    assertThat(parsed.problems()).isEmpty();
    assertThat(parsed.regularizers())
        .containsExactly(
            new Regularizer(
                "L2", "L2", Stage.TRAINING, List.of(new Parameter("strength", "0.0001"))),
            new Regularizer(
                "Dropout", "head", Stage.TRAINING, List.of(new Parameter("rate", "0.2"))),
            new Regularizer(
                "OutputClipping",
                "OutputClipping",
                Stage.RUNTIME,
                List.of(new Parameter("min", "0.01"), new Parameter("max", "0.99"))),
            new Regularizer(
                "InputLimit",
                "InputLimit",
                Stage.RUNTIME,
                List.of(new Parameter("maxBytes", "4Mi"))),
            new Regularizer(
                "EarlyStopping",
                "EarlyStopping",
                Stage.TRAINING,
                List.of(new Parameter("patience", "5"))),
            new Regularizer("BatchNormalization", "BatchNormalization", Stage.TRAINING, List.of()),
            new Regularizer(
                "Custom", "spectral", Stage.POST_HOC, List.of(new Parameter("bound", "3"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "L2"                                        | [0]: found text; allowed: a map with a type; write {type: L2, strength: "0.0001"}
          {"type": "Dropout"}                         | [0].rate: found nothing; allowed: a decimal number in quotes, for example "0.05" or "1e-6", of at most 32 characters, at least 0, below 1; set rate
          {"type": "Dropout", "rate": 0.2}            | [0].rate: found the number 0.2; allowed: a decimal number in quotes, for example "0.05" or "1e-6", of at most 32 characters, at least 0, below 1; write it in quotes: "0.2"
          {"type": "Dropout", "rate": "1"}            | [0].rate: found "1"; allowed: a decimal number in quotes, for example "0.05" or "1e-6", of at most 32 characters, at least 0, below 1; write one of the allowed values
          {"type": "TemperatureScaling", "temperature": "0"} | [0].temperature: found "0"; allowed: a decimal number in quotes, for example "0.05" or "1e-6", of at most 32 characters, above 0; write one of the allowed values
          {"type": "EarlyStopping", "patience": "5"}  | [0].patience: found "5"; allowed: a whole number from 0 to 2147483647; write it without quotes
          {"type": "EarlyStopping", "patience": 1.5}  | [0].patience: found the number 1.5; allowed: a whole number from 0 to 2147483647; write a whole number
          {"type": "InputLimit", "maxBytes": "4MiB"}  | [0].maxBytes: found "4MiB"; allowed: a Kubernetes quantity, for example 4Mi, 500k or 4194304, of at least 1; write one of the allowed values
          {"type": "RequestTimeout", "timeout": "1d"} | [0].timeout: found "1d"; allowed: a duration such as 250ms, 30s, 10m or 1h30m (units h, m, s, ms, us, ns; a day is 24h), longer than 0s; write one of the allowed values
          {"type": "NoiseInjection", "target": "Outputs", "standardDeviation": "1"} | [0].target: found "Outputs"; allowed: Inputs, Weights, Labels, Gradients; write one of the allowed values
          {"type": "DataAugmentation", "policy": " "} | [0].policy: found " "; allowed: text of 1 to 253 characters; write one of the allowed values
          {"type": "L2", "strength": "1", "rate": "1"}| [0].rate: found "1"; allowed: name, strength for L2; remove rate
          {"type": "L2", "strength": "1", "stage": "Training"} | [0].stage: found "Training"; allowed: name, strength for L2; remove stage
          {"type": "L2", "strength": "1", "name": "-"}| [0].name: found "-"; allowed: 1 to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends; choose another name
          {"type": "OutputClipping"}                  | [0]: found none of min, max; allowed: min or max; set min or max
          {"type": "OutputClipping", "min": "0.5", "max": "0.50"} | [0]: found min 0.5 and max 0.50; allowed: min below max; lower min or raise max
          {"type": "InputLimit"}                      | [0]: found none of maxBytes, maxTokens; allowed: maxBytes or maxTokens; set maxBytes or maxTokens
          {"type": "Custom", "stage": "Training"}     | [0].name: found nothing; allowed: 1 to 63 letters, digits, '-', '_' or '.', with a letter or digit at both ends; name the technique
          {"type": "Custom", "name": "a"}             | [0].stage: found nothing; allowed: Training, PostHoc, Runtime; say where it works
          {"type": "Custom", "name": "a", "stage": "Runtime", "parameters": {}} | [0].parameters: found a map; allowed: a list of {name, value}; write [{name: bound, value: "3"}]
          {"type": "Custom", "name": "a", "stage": "Runtime", "parameters": [{"name": "b", "value": 3}]} | [0].parameters[0].value: found the number 3; allowed: text in quotes of at most 253 characters; write the value as text
          {"type": "Custom", "name": "a", "stage": "Runtime", "parameters": [{"name": "b", "value": "3"}, {"name": "b", "value": "4"}]} | [0].parameters[1].name: found "b" for a second time; allowed: each name once; remove or rename one
          {"type": "Custom", "name": "a", "stage": "Runtime", "parameters": [{"name": " ", "value": "3"}]} | [0].parameters[0].name: found " "; allowed: text of 1 to 63 characters; name the parameter
          {"type": "Custom", "name": "a", "stage": "Runtime", "rate": "1"} | [0].rate: found "1"; allowed: name, stage, parameters; remove rate
          {"type": "L2", "strength": "1"}, {"type": "L2", "strength": "2"} | [1].name: found "L2" for a second time; allowed: a name no other regularizer has (without a name, the type is the name); give this one a name of its own
          """)
  void saysWhatIsWrong(String entries, String message) {
    var problems = parse(entries).problems();
    assertThat(problems.stream().map(Problem::message))
        .containsExactly("spec.revision.regularizers" + message);
  }

  @Test
  void namesEveryTypeWhenOneIsUnknown() {
    var problem = parse("{\"type\": \"dropout\", \"rate\": \"0.1\"}").problems().getFirst();
    assertThat(problem.where()).isEqualTo("spec.revision.regularizers[0].type");
    assertThat(problem.allowed().split(", "))
        .hasSize(RegularizerCatalogue.TYPES.size() + 1)
        .contains("L1", "Custom");
    assertThat(problem.remedy()).isEqualTo("write Dropout");
    assertThat(parse("{\"type\": \"Spectral\"}").problems().getFirst().remedy()).contains("Custom");
    assertThat(parse("{}").problems().getFirst().found()).isEqualTo("nothing");
    assertThat(parse("{\"type\": 1}").problems().getFirst().found()).isEqualTo("a number");
  }

  @Test
  void listsAllProblemsAndKeepsWhatIsFine() {
    var parsed =
        parse("{\"type\": \"Dropout\", \"x\": 1}, {\"type\": \"L2\", \"strength\": \"1\"}, 7");
    assertThat(parsed.problems())
        .extracting(Problem::where)
        .containsExactly(
            "spec.revision.regularizers[0].x",
            "spec.revision.regularizers[0].rate",
            "spec.revision.regularizers[2]");
    assertThat(parsed.regularizers()).extracting(Regularizer::type).containsExactly("L2");
  }

  @Test
  void takesThirtyTwo() {
    assertThat(parse(many(32)).problems()).isEmpty();
    assertThat(parse(many(33)).problems())
        .extracting(Problem::message)
        .containsExactly(
            "spec.revision.regularizers: found 33 regularizers; allowed: at most 32; remove some");
  }

  @Test
  void shortensWhatUsersWrote() {
    var problem = parse("{\"type\": \"" + "x".repeat(5000) + "\"}").problems().getFirst();
    assertThat(problem.found()).hasSizeLessThan(100).endsWith("(5000 characters)");
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"type\": \"L2\", \"name\": \"n" + i + "\", \"strength\": \"1\"}")
        .collect(Collectors.joining(","));
  }

  private static RegularizerParser.Parsed parse(String entries) {
    return RegularizerParser.parse((JsonArray) JsonReader.read("[" + entries + "]"));
  }
}
