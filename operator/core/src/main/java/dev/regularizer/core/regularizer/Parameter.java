package dev.regularizer.core.regularizer;

/**
 * One setting of a regularizer.
 *
 * @param value as the user spelt it
 */
public record Parameter(String name, String value) {}
