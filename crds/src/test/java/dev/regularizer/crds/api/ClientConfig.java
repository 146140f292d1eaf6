package dev.regularizer.crds.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The client configuration of the environment; the client takes every key for RSA by itself. */
final class ClientConfig {
  private ClientConfig() {}

  static Config read() {
    var config = Config.autoConfigure(null);
    var key = config.getClientKeyData();
    return key != null && isElliptic(key)
        ? new ConfigBuilder(config).withClientKeyAlgo("EC").build()
        : config;
  }

  private static boolean isElliptic(String keyData) {
    var pem = new String(Base64.getDecoder().decode(keyData), US_ASCII);
    var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
