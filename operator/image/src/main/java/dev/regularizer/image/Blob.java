package dev.regularizer.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content known by its digest, as registries store it.
 *
 * @param digest SHA-256 in hex
 * @param content the bytes
 */
record Blob(String digest, Entry.Data content) {

  static Blob of(Path file) throws IOException {
    return new Blob(sha256(Files.newInputStream(file)), new Entry.OnDisk(file));
  }

  static Blob of(String text) throws IOException {
    Entry.Text content = new Entry.Text(text);
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      content.copyTo(out);
    }
    return new Blob(HexFormat.of().formatHex(digest.digest()), content);
  }

  /** Reads a stream to its end and closes it. */
  static String sha256(InputStream stream) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(stream, digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Where it lies in an OCI layout. */
  String path() {
    return "blobs/sha256/" + digest;
  }
}
