package dev.regularizer.samples.modelserver.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.regularizer.samples.modelserver.guard.Confidence;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads signed tokens. The key is derived from the revision file, which all pods of a
 * revision share, and a secret.
 *
 * <p>Limit: without a secret, whoever can read the ConfigMap of the revision can make up labels;
 * the signature then protects against mistakes, not against forgery.
 */
public final class TokenSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FIELDS = 6;

  private final SecretKeySpec key;

  /** Derives the key of a revision. */
  public TokenSigner(String revisionText, String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret.getBytes(UTF_8));
      digest.update((byte) 0);
      key = new SecretKeySpec(digest.digest(revisionText.getBytes(UTF_8)), ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The text a client keeps until it knows the label. */
  public String write(Token token) {
    var fields =
        String.join(
            "|",
            token.revision(),
            token.instance(),
            Long.toString(token.sequence()),
            Integer.toString(token.digit()),
            Integer.toString(token.confidence().steps()),
            token.cohort());
    var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(fields.getBytes(UTF_8));
    return payload + "." + signature(payload);
  }

  /**
   * Reads a token without trusting it. Another revision's token is recognised but cannot be
   * verified: its key is not known here.
   */
  public Optional<Signed> read(String text) {
    var dot = text.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    var payload = text.substring(0, dot);
    var genuine =
        MessageDigest.isEqual(
            signature(payload).getBytes(UTF_8), text.substring(dot + 1).getBytes(UTF_8));
    try {
      var fields = new String(Base64.getUrlDecoder().decode(payload), UTF_8).split("\\|", -1);
      if (fields.length != FIELDS) {
        return Optional.empty();
      }
      var token =
          new Token(
              fields[0],
              fields[1],
              Long.parseLong(fields[2]),
              Integer.parseInt(fields[3]),
              new Confidence(Integer.parseInt(fields[4])),
              fields[5]);
      return Optional.of(new Signed(token, genuine));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A token as it was read.
   *
   * @param genuine whether it was signed with the key of this revision
   */
  public record Signed(Token token, boolean genuine) {}

  private String signature(String payload) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(payload.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
