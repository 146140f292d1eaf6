package dev.regularizer.e2e.faults.proxy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/**
 * The API server behind a proxy, used with an administrator's certificate on behalf of somebody.
 *
 * @param user whom the API server is to take the requests for
 */
public record Upstream(URI server, SSLContext context, String user) {
  private static final String ACCOUNTS = "system:serviceaccounts";

  /** The API server of a kubeconfig. */
  public static Upstream of(Config config, String user) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(SSLUtils.keyManagers(config), SSLUtils.trustManagers(config), null);
      return new Upstream(URI.create(config.getMasterUrl()), context, user);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the kubeconfig's certificates cannot be used", e);
    }
  }

  Socket connect() throws IOException {
    return context.getSocketFactory().createSocket(server.getHost(), server.getPort());
  }

  /** The same request, made for the user. */
  Head onBehalf(Head request) {
    return new Head(request.line(), request.fields())
        .with("Host", server.getAuthority())
        .without("Accept-Encoding")
        .with("Impersonate-User", user)
        .with("Impersonate-Group", ACCOUNTS);
  }
}
