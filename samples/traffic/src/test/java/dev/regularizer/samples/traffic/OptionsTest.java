package dev.regularizer.samples.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void readsEveryFlag() {
    var options =
        Options.parse(
            List.of(
                ("--url http://127.0.0.1:80 --host ic.example.com --rate 12.5 --duration 1h30m"
                        + " --feedback-delay 500ms --feedback-rate 0.5 --seed 7 --timeout 3s"
                        + " --cohorts beta,gamma"
                        + " --report r.json --heldout h.json --progress")
                    .split(" ", -1)));

    assertThat(options.plan().host()).contains("ic.example.com");
    assertThat(options.plan().rate()).isEqualTo(12.5);
    assertThat(options.plan().duration()).isEqualTo(Duration.ofMinutes(90));
    assertThat(options.plan().feedbackDelay()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.plan().feedbackRate()).isEqualTo(0.5);
    assertThat(options.plan().seed()).isEqualTo(7);
    assertThat(options.plan().cohorts()).containsExactly("beta", "gamma");
    assertThat(options.plan().timeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(options.report()).contains(Path.of("r.json"));
    assertThat(options.heldout()).contains(Path.of("h.json"));
    assertThat(options.progress()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--url ftp://x|--url: found \"ftp://x\"; write an address such as http://127.0.0.1:8080",
        "--url http://x --rate 1001|--rate: found 1001.0; write a number above 0 and up to 1000.0",
        "--url http://x --rate many|--rate: found \"many\"; write a number, such as 60",
        "--url http://x --duration 3h|--duration: found PT3H; write a duration above 0s and up to"
            + " 2h",
        "--url http://x --duration 5|--duration: found \"5\"; write a duration, such as 5m",
        "--url http://x --cohorts a,,b|--cohorts: found a,,b; write up to 20 names of letters,"
            + " digits, _ and -, with commas between",
        "--url http://x --feedback-rate 2|--feedback-rate: found 2.0; write a number from 0 to 1"
      })
  void badFlagsSayWhatIsAllowed(String line, String message) {
    assertThatThrownBy(() -> Options.parse(List.of(line.split(" ", -1))))
        .isInstanceOf(InvalidPlanException.class)
        .hasMessage(message);
  }

  @Test
  void unknownFlagsShowTheUsage() {
    assertThatThrownBy(() -> Options.parse(List.of("--fast")))
        .hasMessageStartingWith("command line: found \"--fast\"; see the usage below")
        .hasMessageContaining("--feedback-delay");
  }
}
