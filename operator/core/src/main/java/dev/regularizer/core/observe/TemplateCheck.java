package dev.regularizer.core.observe;

/**
 * What the API server said to a dry run of a digest's Deployment and Pod.
 *
 * @param sha256 digest the check was made for
 * @param message its words when it refused
 */
public record TemplateCheck(String sha256, boolean accepted, String message) {}
