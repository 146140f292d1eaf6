package dev.regularizer.controller;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;

/** One GET, for `helm test`: the image holds no curl. */
final class Probe {
  private static final int TIMEOUT_MILLIS = 3000;

  private Probe() {}

  static int run(String url, PrintStream err) {
    try {
      var connection = new URI(url).toURL().openConnection();
      if (!(connection instanceof HttpURLConnection http)) {
        err.println(url + ": found no http address; allowed: http://HOST:PORT/PATH; correct it");
        return 1;
      }
      http.setConnectTimeout(TIMEOUT_MILLIS);
      http.setReadTimeout(TIMEOUT_MILLIS);
      http.setInstanceFollowRedirects(false);
      var status = http.getResponseCode();
      if (status / 100 == 2) {
        return 0;
      }
      err.println(url + ": status " + status);
    } catch (IOException unreachable) {
      err.println(url + ": no answer (" + unreachable.getMessage() + ")");
    } catch (URISyntaxException | IllegalArgumentException malformed) {
      err.println(url + ": found no address; allowed: http://HOST:PORT/PATH; correct it");
    }
    return 1;
  }
}
