package dev.regularizer.core.purity;

import java.io.File;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * Everything the core may not do, one violation in each class, to prove that the scanner finds it.
 */
@SuppressWarnings({
  "unused",
  "JavaTimeDefaultTimeZone",
  "StringCaseLocaleUsage",
  "ThreadLocalUsage"
})
final class Impure {
  private Impure() {}

  record NowOfInstant() {
    Instant use() {
      return Instant.now();
    }
  }

  record NowOfDate() {
    LocalDate use() {
      return LocalDate.now();
    }
  }

  record AClock(Clock clock) {}

  record CurrentTimeMillis() {
    long use() {
      return System.currentTimeMillis();
    }
  }

  record NanoTimeByMethodReference() {
    java.util.function.LongSupplier use() {
      return System::nanoTime;
    }
  }

  record Env() {
    @Nullable String use() {
      return System.getenv("HOME");
    }
  }

  record Property() {
    @Nullable String use() {
      return System.getProperty("user.name");
    }
  }

  record Out() {
    void use() {
      System.out.println();
    }
  }

  record Err() {
    PrintStream use() {
      return System.err;
    }
  }

  record Chance() {
    double use() {
      return Math.random();
    }
  }

  record ChanceOfThread() {
    int use() {
      return ThreadLocalRandom.current().nextInt();
    }
  }

  record AGenerator(Random random) {}

  record AnId() {
    Object use() {
      return UUID.randomUUID();
    }
  }

  record AFile(List<File> files) {}

  record APath() {
    Object use() {
      return Path.of("x");
    }
  }

  record AnAddress(URI uri) {}

  record ALogger() {
    Object use() {
      return Logger.getLogger("x");
    }
  }

  record AThread() {
    Object use() {
      return Thread.currentThread();
    }
  }

  record AnotherLibrary() {
    Object use() {
      return Assertions.assertThat(1);
    }
  }

  record Logarithm() {
    double use() {
      return Math.log(2);
    }
  }

  record TextOfLocale() {
    String use(String text) {
      return text.toLowerCase();
    }
  }

  record FormatOfLocale() {
    String use() {
      return String.format("%f", 1.0);
    }
  }

  record NumberOfLocale() {
    String use() {
      return "%d of %s".formatted(1, 2);
    }
  }

  record StackTrace() {
    void use(Exception e) {
      e.printStackTrace();
    }
  }
}
