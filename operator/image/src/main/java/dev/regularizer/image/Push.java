package dev.regularizer.image;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies an image archive to a registry with skopeo, which knows its credentials and proxies. */
final class Push {
  private Push() {}

  /** Returns the address of the pushed image, without its digest. */
  static String run(Path archive, String prefix, String reference)
      throws IOException, InterruptedException {
    String target = prefix.replaceFirst("/+$", "") + "/" + reference;
    List<String> command = new ArrayList<>(List.of("skopeo", "--insecure-policy", "copy"));
    if (isLoopback(target)) {
      // Container engines speak plain HTTP to a registry on the same machine, too.
      command.add("--dest-tls-verify=false");
    }
    command.addAll(List.of("oci-archive:" + archive, "docker://" + target));
    try {
      Command.run(command);
    } catch (IOException e) {
      throw new ImageException(
          "pushing needs skopeo, which cannot be started (%s); install it (Debian: apt-get install"
                  .formatted(e.getMessage())
              + " skopeo) or load "
              + archive
              + " with a tool of yours: docker load, podman load, crane push");
    }
    return target.substring(0, target.lastIndexOf(':'));
  }

  private static boolean isLoopback(String target) throws IOException {
    String host = URI.create("docker://" + target).getHost();
    return host != null && InetAddress.getByName(host).isLoopbackAddress();
  }
}
