package dev.regularizer.samples.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads signed tokens.
 *
 * <p>With a secret, all revisions sign with it, and whoever has it can check their tokens after
 * they are gone. Without one, the key is derived from the revision file, which all pods of a
 * revision share: whoever can read the ConfigMap of the revision can then make up labels, and the
 * signature protects against mistakes, not against forgery.
 */
public final class TokenSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int FIELDS = 7;

  private final SecretKeySpec key;

  private TokenSigner(String kind, String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(kind.getBytes(UTF_8));
      digest.update((byte) 0);
      key = new SecretKeySpec(digest.digest(text.getBytes(UTF_8)), ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Signs with a secret if there is one, else with what the pods of a revision share. */
  public static TokenSigner of(String revisionText, String secret) {
    return secret.isEmpty() ? new TokenSigner("revision", revisionText) : of(secret);
  }

  /** Signs with a secret. */
  public static TokenSigner of(String secret) {
    return new TokenSigner("secret", secret);
  }

  /** The text a client keeps until it knows the label. */
  public String write(Token token) {
    var fields =
        String.join(
            "|",
            token.model(),
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
   * Reads a token without trusting it. Without a secret, another revision's token is recognised but
   * cannot be verified: its key is not known here.
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
              fields[2],
              Long.parseLong(fields[3]),
              Integer.parseInt(fields[4]),
              new Confidence(Integer.parseInt(fields[5])),
              fields[6]);
      return Optional.of(new Signed(token, genuine));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A token as it was read.
   *
   * @param genuine whether it was signed with this key
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
