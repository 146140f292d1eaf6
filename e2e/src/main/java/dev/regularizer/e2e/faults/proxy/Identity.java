package dev.regularizer.e2e.faults.proxy;

import dev.regularizer.e2e.cluster.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The proxy's own certificate, made for this run.
 *
 * @param authority what a client has to trust: PEM in base64, as a kubeconfig holds it
 */
public record Identity(SSLContext context, String authority) {
  private static final String ALIAS = "proxy";
  private static final String PASSWORD = "changeit";

  /** Makes a key and a certificate for loopback. */
  public static Identity make() {
    try {
      var directory = Files.createTempDirectory("proxy-identity");
      var file = directory.resolve("store.p12");
      generate(file);
      var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      Files.delete(file);
      Files.delete(directory);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      var encoded =
          Base64.getMimeEncoder().encodeToString(store.getCertificate(ALIAS).getEncoded());
      var pem = "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n";
      return new Identity(
          context, Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void generate(Path file) {
    new Command(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=proxy",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()),
            Duration.ofSeconds(30))
        .succeed();
  }
}
