package dev.regularizer.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regularizer.e2e.cluster.ObjectName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

  @Test
  void fitsTheLocalClusterWithoutAnyOption() {
    var options = DemoOptions.parse();
    assertThat(options.cluster().context()).isEmpty();
    assertThat(options.cluster().gateway()).isEqualTo(new ObjectName("infra", "public"));
    assertThat(options.keep()).isFalse();
    assertThat(options.output()).isEqualTo(Path.of("demo.json"));
  }

  @Test
  void takesAClusterThatIsThere() {
    var options =
        DemoOptions.parse(
            "--context", "mine", "--gateway", "edge/main", "--images", "registry/team/", "--keep");
    assertThat(options.cluster().context()).hasValue("mine");
    assertThat(options.cluster().gateway()).isEqualTo(new ObjectName("edge", "main"));
    assertThat(options.cluster().images()).isEqualTo("registry/team/");
    assertThat(options.keep()).isTrue();
  }

  @Test
  void saysWhatIsAllowed() {
    assertThatThrownBy(() -> DemoOptions.parse("--fast", "yes"))
        .hasMessageContaining("'--fast'")
        .hasMessageContaining("--context");
    assertThatThrownBy(() -> DemoOptions.parse("--context")).hasMessage("--context needs a value");
    assertThatThrownBy(() -> DemoOptions.parse("--gateway", "main"))
        .hasMessageContaining("namespace/name");
    assertThatThrownBy(() -> DemoOptions.parse("--rate", "many")).hasMessageContaining("1 to 1000");
  }
}
