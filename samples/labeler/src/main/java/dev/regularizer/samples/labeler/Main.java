package dev.regularizer.samples.labeler;

import java.io.IOException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Starts the labeler; it ends on SIGTERM. */
public final class Main {
  private Main() {}

  /** Takes no arguments; the environment has MODEL_TOKEN_KEY and PORT. */
  public static void main(String[] arguments) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      var settings = Settings.read(System.getenv());
      var labeler = new Labeler(settings.secret(), settings.port());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(labeler), "end"));
      System.out.println("{\"message\":\"labelling\",\"port\":" + labeler.port() + "}");
    } catch (Settings.InvalidSettingException e) {
      refuse(e.getMessage());
    } catch (BindException e) {
      refuse("PORT: found a port that is taken or forbidden; set PORT to a free one above 1023");
    }
  }

  private static void refuse(@Nullable String message) {
    System.err.println("labeler: " + message);
    System.exit(2);
  }

  /** The JVM would end with 143, which looks like a failure of the pod. */
  private static void end(Labeler labeler) {
    labeler.close();
    Runtime.getRuntime().halt(0);
  }
}
