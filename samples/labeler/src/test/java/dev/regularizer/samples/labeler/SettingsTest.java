package dev.regularizer.samples.labeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void readsTheEnvironment() {
    assertThat(Settings.read(Map.of("MODEL_TOKEN_KEY", "k", "PORT", "9000")))
        .isEqualTo(new Settings("k", 9000));
  }

  @Test
  void withoutTheSecretNoTokenCouldBeChecked() {
    assertThatThrownBy(() -> Settings.read(Map.of()))
        .hasMessage(
            "MODEL_TOKEN_KEY: found nothing; set it to the secret that the model servers sign"
                + " with");
  }

  @Test
  void badPortsSayWhatIsAllowed() {
    assertThatThrownBy(() -> Settings.read(Map.of("MODEL_TOKEN_KEY", "k", "PORT", "70000")))
        .hasMessage("PORT: found \"70000\"; write a whole number from 0 to 65535");
  }
}
