package dev.regularizer.samples.modelserver;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regularizer.samples.modelserver.guard.Guards;
import dev.regularizer.samples.modelserver.model.InvalidFileException;
import java.io.IOException;
import java.net.BindException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts the model server; it ends on SIGTERM, without losing a request. */
public final class Main {
  private Main() {}

  /** The first argument names a bundled model. */
  public static void main(String[] arguments) throws IOException {
    // Read once by the JDK's server. Gateways keep connections for an hour: a server that closes
    // them
    // sooner loses the request that is just being sent. Nagle's algorithm would cost 40 ms an
    // answer.
    System.setProperty("sun.net.httpserver.idleInterval", "7200");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      var settings = Settings.read(List.of(arguments), System.getenv());
      var instance = Long.toString(new SecureRandom().nextLong() >>> 1, Character.MAX_RADIX);
      var server = new ModelServer(settings, instance, System::nanoTime);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "drain"));
      announce(settings, server);
    } catch (InvalidFileException e) {
      refuse(e.getMessage());
    } catch (BindException e) {
      refuse("PORT: found a port that is taken or forbidden; set PORT to a free one above 1023");
    }
  }

  private static void refuse(@Nullable String message) {
    System.err.println("model-server: " + message);
    System.exit(2);
  }

  /** The JVM would end with 143, which looks like a failure of the pod. */
  private static void end(ModelServer server) {
    server.drainAndStop();
    Runtime.getRuntime().halt(0);
  }

  private static void announce(Settings settings, ModelServer server) throws IOException {
    var guards = server.guards();
    System.out.println(
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "message",
                    "serving",
                    "model",
                    settings.model().name(),
                    "revision",
                    settings.revision().hash(),
                    "port",
                    server.port(),
                    "temperature",
                    guards.temperature(),
                    Guards.INPUT_LIMIT,
                    guards.inputLimit().orElse(0L),
                    Guards.OUTPUT_CLIPPING,
                    guards.clipping().map(Object::toString).orElse(""),
                    Guards.CONFIDENCE_THRESHOLD,
                    guards.minimumConfidence().orElse(0.0))));
  }
}
