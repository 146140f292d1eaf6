package dev.regularizer.e2e.faults.proxy;

import java.util.List;

/** Answers the proxy gives itself, in the words of an API server. */
final class Refusals {
  private Refusals() {}

  static Head head(int status) {
    var head =
        new Head(
            "HTTP/1.1 %d Refused".formatted(status), List.of("Content-Type: application/json"));
    return status == 429 ? head.with("Retry-After", "1") : head;
  }

  static String body(int status) {
    return """
    {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"refused",\
    "reason":"%s","code":%d}\
    """
        .formatted(reason(status), status);
  }

  /** An event of a watch that says the version asked for is too old. */
  static String gone() {
    return "{\"type\":\"ERROR\",\"object\":" + body(410) + "}\n";
  }

  private static String reason(int status) {
    return switch (status) {
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "NotFound";
      case 409 -> "Conflict";
      case 410 -> "Expired";
      case 422 -> "Invalid";
      case 429 -> "TooManyRequests";
      case 503 -> "ServiceUnavailable";
      case 504 -> "Timeout";
      default -> "InternalError";
    };
  }
}
