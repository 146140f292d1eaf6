package dev.regularizer.core.digest;

import dev.regularizer.core.json.CanonicalJson;
import dev.regularizer.core.json.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Digests of {@code spec.revision} as the API server stores it.
 *
 * <p>A spec is compared with a revision by the hash version recorded in that revision. Old versions
 * stay here for ever: without them, an upgrade of the operator would take every running revision
 * for a new one.
 */
public final class RevisionDigest {
  /** The hash version of new revisions. */
  public static final int CURRENT = 1;

  /** No vowels, and nothing that looks like something else: names never spell a word. */
  static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  static final int SUFFIX_LENGTH = 10;

  private static final Map<Integer, CanonicalForm> VERSIONS = Map.of(1, new CanonicalFormV1());

  private RevisionDigest() {}

  /** Whether this release can compare with a revision of that hash version. */
  public static boolean knows(int hashVersion) {
    return VERSIONS.containsKey(hashVersion);
  }

  /**
   * The digest of a revision.
   *
   * @param collision 0, or one more for each other revision of the model that already has the
   *     suffix
   */
  public static Digest digest(Json revision, int hashVersion, int collision) {
    var form = VERSIONS.get(hashVersion);
    if (form == null) {
      throw new IllegalArgumentException(
          "hashVersion: found "
              + hashVersion
              + "; allowed: 1 to "
              + CURRENT
              + "; a newer operator made this revision, run that operator again");
    }
    if (collision < 0) {
      throw new IllegalArgumentException("collision: found " + collision + "; allowed: 0 or more");
    }
    byte[] content = sha256(CanonicalJson.write(form.of(revision)));
    var hex = HexFormat.of().formatHex(content);
    byte[] seed = collision == 0 ? content : sha256(hex + "/" + collision);
    return new Digest(hashVersion, collision, hex, suffix(seed));
  }

  private static String suffix(byte[] seed) {
    var letters = BigInteger.valueOf(ALPHABET.length());
    var rest = new BigInteger(1, seed);
    var suffix = new StringBuilder(SUFFIX_LENGTH);
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      var division = rest.divideAndRemainder(letters);
      suffix.append(ALPHABET.charAt(division[1].intValue()));
      rest = division[0];
    }
    return suffix.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
