package dev.regularizer.core.regularizer;

/** One parameter of a type of the catalogue. */
public record ParameterSpec(String name, ParameterKind kind, boolean required) {}
