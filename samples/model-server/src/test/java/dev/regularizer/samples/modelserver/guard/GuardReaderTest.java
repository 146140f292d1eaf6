package dev.regularizer.samples.modelserver.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.samples.modelserver.model.Declared;
import dev.regularizer.samples.modelserver.model.InvalidFileException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardReaderTest {
  @Test
  void declaredOnesWinByTypeOverTheModelsOwn() throws IOException {
    var guards =
        GuardReader.read(
            declared("[{'type':'TemperatureScaling','temperature':'0.25'}]"),
            declared(
                "[{'type':'TemperatureScaling','temperature':'0.9'},"
                    + "{'type':'ConfidenceThreshold','minimum':'0.3'}]"));

    assertThat(guards.temperature()).isEqualTo(0.25);
    assertThat(guards.minimumConfidence()).contains(0.3);
  }

  @Test
  void nothingDeclaredActsOnNothing() {
    assertThat(GuardReader.read(List.of(), List.of()))
        .isEqualTo(new Guards(Optional.empty(), 1, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"4Mi,4194304", "16Ki,16384", "500k,500000", "1.5M,1500000", "7,7"})
  void quantitiesAreBytes(String quantity, long bytes) throws IOException {
    var guards =
        GuardReader.read(
            declared("[{'type':'InputLimit','maxBytes':'" + quantity + "'}]"), List.of());

    assertThat(guards.inputLimit()).contains(bytes);
  }

  @Test
  void severalOfATypeAllApply() throws IOException {
    var guards =
        GuardReader.read(
            declared(
                "[{'type':'OutputClipping','name':'a','min':'0.01'},"
                    + "{'type':'OutputClipping','name':'b','max':'0.9'},"
                    + "{'type':'ConfidenceThreshold','name':'a','minimum':'0.2'},"
                    + "{'type':'ConfidenceThreshold','name':'b','minimum':'0.4'}]"),
            List.of());

    assertThat(guards.clipping()).contains(new Guards.Clipping(0.01, 0.9));
    assertThat(guards.minimumConfidence()).contains(0.4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'TemperatureScaling'}|revision.json regularizers[0]: found no temperature for"
            + " TemperatureScaling; add temperature",
        "{'type':'ConfidenceThreshold','minimum':'1.5'}|revision.json regularizers[0]: found"
            + " minimum '1.5'; write a decimal from 0.0 to 1.0, such as '1.0'",
        "{'type':'ConfidenceThreshold','minimum':'0.5','action':'Fallback'}|revision.json"
            + " regularizers[0]: found action Fallback, and this server has no fallback; use the"
            + " action Reject",
        "{'type':'InputLimit','maxBytes':'4 MB'}|revision.json regularizers[0]: found maxBytes 4"
            + " MB; write a quantity of bytes, such as 4Mi",
        "{'type':'OutputClipping','min':'0.9','max':'0.1'}|revision.json regularizers[0]: found min"
            + " 0.9 and max 0.1; make min smaller than max",
        "{'type':'RateLimit','requestsPerSecond':'5'}|revision.json regularizers[0]: found"
            + " RateLimit, which acts on predictions and which this server cannot apply; remove it"
            + " or use one of ConfidenceThreshold, InputLimit, OutputClipping, TemperatureScaling"
      },
      quoteCharacter = '`')
  void whatCannotBeAppliedStopsTheStart(String entry, String message) throws IOException {
    var declared = declared("[" + entry + "]");

    assertThatThrownBy(() -> GuardReader.read(declared, List.of()))
        .isInstanceOf(InvalidFileException.class)
        .hasMessage(message.replace('\'', '"'));
  }

  @Test
  void trainingRegularizersAreNothingToApply() throws IOException {
    var guards =
        GuardReader.read(
            declared(
                "[{'type':'L2','strength':'1'},{'type':'Custom','name':'c','stage':'Training'}]"),
            List.of());

    assertThat(guards.temperature()).isEqualTo(1);
  }

  private static List<Declared> declared(String regularizers) throws IOException {
    return Declared.list(
        "revision.json", new ObjectMapper().readTree(regularizers.replace('\'', '"')));
  }
}
