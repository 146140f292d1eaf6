package dev.regularizer.core.regularizer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regularizer.core.json.JsonArray;
import dev.regularizer.core.json.JsonReader;
import dev.regularizer.core.regularizer.RegularizerDiff.Change;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Summary, differences and warnings. */
class RegularizerTextsTest {

  @Test
  void summaryIsOneLine() {
    var regularizers =
        read(
            """
            {"type": "L2", "strength": "0.0001"}, {"type": "Dropout", "name": "head", "rate": "0.2"},
            {"type": "BatchNormalization"}, {"type": "OutputClipping", "min": "0.01", "max": "0.99"},
            {"type": "DataAugmentation", "policy": "RandAugment(2, 9) and then something much longer"}
            """);
    assertThat(RegularizerSummary.of(regularizers))
        .isEqualTo(
            "L2=0.0001 Dropout/head=0.2 BatchNormalization OutputClipping(min=0.01,max=0.99)"
                + " DataAugmentation=RandAugment(2, 9) and then some…");
    assertThat(RegularizerSummary.of(List.of())).isEmpty();
  }

  @Test
  void summaryIsBounded() {
    var many = new ArrayList<Regularizer>();
    for (int i = 0; i < 32; i++) {
      many.add(
          new Regularizer(
              "L2", "layer" + i, Stage.TRAINING, List.of(new Parameter("strength", "0.0001"))));
    }
    assertThat(RegularizerSummary.of(many))
        .hasSizeLessThanOrEqualTo(256)
        .startsWith("L2/layer0=0.0001 ")
        .endsWith(" +18 more");
    assertThat(RegularizerSummary.of(many, 30)).isEqualTo("L2/layer0=0.0001 +31 more");
    assertThat(RegularizerSummary.of(many, 10)).isEqualTo("+32 more");
    assertThat(RegularizerSummary.of(many, 3)).isEqualTo("+32");
  }

  @Test
  void differencesAreChangesOfValuesAndNotOfSpellings() {
    var stable =
        read(
            """
            {"type": "TemperatureScaling", "temperature": "1.0"}, {"type": "L2", "strength": "0.10"},
            {"type": "Dropout", "name": "head", "rate": "0.2"}, {"type": "InputLimit", "maxBytes": "4Mi", "maxTokens": 10}
            """);
    var candidate =
        read(
            """
            {"type": "InputLimit", "maxBytes": "4096Ki"}, {"type": "L2", "strength": "1e-1"},
            {"type": "TemperatureScaling", "temperature": "1.35"}, {"type": "BatchNormalization", "momentum": "0.9"}
            """);
    assertThat(RegularizerDiff.between(stable, candidate))
        .containsExactly(
            new Change("BatchNormalization", "type", null, "BatchNormalization"),
            new Change("BatchNormalization", "momentum", null, "0.9"),
            new Change("InputLimit", "maxTokens", "10", null),
            new Change("TemperatureScaling", "temperature", "1.0", "1.35"),
            new Change("head", "type", "Dropout", null),
            new Change("head", "rate", "0.2", null));
    assertThat(RegularizerDiff.between(stable, stable.reversed())).isEmpty();
  }

  @Test
  void differencesAreBounded() {
    var stable = new ArrayList<Regularizer>();
    for (int i = 0; i < 32; i++) {
      var parameters = new ArrayList<Parameter>();
      for (int j = 0; j < 32; j++) {
        parameters.add(new Parameter("p" + j, "1"));
      }
      stable.add(new Regularizer("Custom", "r" + i, Stage.TRAINING, parameters));
    }
    assertThat(RegularizerDiff.between(stable, List.of())).hasSize(RegularizerDiff.MOST);
  }

  @Test
  void aTypeThatTakesOverANameIsAChangeOfType() {
    var stable = read("{\"type\": \"L1\", \"name\": \"weights\", \"strength\": \"0.1\"}");
    var candidate =
        read(
            "{\"type\": \"Custom\", \"name\": \"weights\", \"stage\": \"Training\","
                + " \"parameters\": [{\"name\": \"strength\", \"value\": \"0.10\"}]}");
    assertThat(RegularizerDiff.between(stable, candidate))
        .containsExactly(
            new Change("weights", "type", "L1", "Custom"),
            new Change("weights", "strength", "0.1", "0.10"),
            new Change("weights", "stage", null, "Training"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          L2WithWeightDecay               | {"type": "L2", "strength": "1"}, {"type": "WeightDecay", "strength": "1"}                       | L2 WeightDecay
          SeveralOutputClippings          | {"type": "OutputClipping", "max": "1"}, {"type": "OutputClipping", "name": "b", "max": "2"}     | OutputClipping b
          DropoutWithBatchNormalization   | {"type": "BatchNormalization"}, {"type": "Dropout", "name": "head", "rate": "0"}                | head BatchNormalization
          TemperatureWithOtherCalibration | {"type": "TemperatureScaling", "temperature": "1"}, {"type": "PlattScaling", "slope": "1", "intercept": "0"} | TemperatureScaling PlattScaling
          TemperatureWithOtherCalibration | {"type": "TemperatureScaling", "temperature": "1"}, {"type": "IsotonicRegression", "uri": "x"}  | TemperatureScaling IsotonicRegression
          LabelSmoothingWithTemperature   | {"type": "LabelSmoothing", "smoothing": "0"}, {"type": "TemperatureScaling", "temperature": "1"} | LabelSmoothing TemperatureScaling
          """)
  void overlapsAreWarnedAbout(String reason, String entries, String names) {
    var regularizers = read(entries);
    var warnings = RegularizerWarnings.of(regularizers);
    assertThat(warnings).extracting(RegularizerWarning::reason).containsExactly(reason);
    assertThat(warnings.getFirst().names()).containsExactly(names.split(" ", -1));
    assertThat(warnings.getFirst().message())
        .startsWith(String.join(", ", List.of(labels(regularizers, warnings.getFirst()))) + ": ");
    assertThat(regularizers)
        .allSatisfy(it -> assertThat(RegularizerWarnings.of(List.of(it))).isEmpty());
  }

  @Test
  void otherNeighboursAreFine() {
    var regularizers =
        read(
            """
            {"type": "PlattScaling", "slope": "1", "intercept": "0"}, {"type": "IsotonicRegression", "uri": "x"},
            {"type": "L1", "strength": "1"}, {"type": "L2", "strength": "1"}, {"type": "Dropout", "rate": "0"},
            {"type": "Dropout", "name": "b", "rate": "0"}, {"type": "OutputClipping", "max": "1"}
            """);
    assertThat(RegularizerWarnings.of(regularizers)).isEmpty();
  }

  private static String[] labels(List<Regularizer> regularizers, RegularizerWarning warning) {
    return warning.names().stream()
        .flatMap(name ->
            regularizers.stream().filter(it -> it.name().equals(name)).map(Regularizer::label))
        .toArray(String[]::new);
  }

  private static List<Regularizer> read(String entries) {
    var parsed = RegularizerParser.parse((JsonArray) JsonReader.read("[" + entries + "]"));
    assertThat(parsed.problems()).isEmpty();
    return parsed.regularizers();
  }
}
