package dev.regularizer.core.digest;

/**
 * The hash that identifies a revision.
 *
 * @param hashVersion version of the canonical form it was taken of
 * @param collision how many other revisions of the model already had the suffix
 * @param sha256 hash of the content, in hexadecimal; it does not depend on the collision
 * @param suffix last part of the ModelRevision's name
 */
public record Digest(int hashVersion, int collision, String sha256, String suffix) {}
