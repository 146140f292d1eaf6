package dev.regularizer.e2e.faults.proxy;

import java.time.Duration;

/** What the proxy does with one request. */
public sealed interface Handling {
  /** Forwards it and brings the answer. */
  Handling PASS = new Pass();

  /** As if there were no proxy. */
  record Pass() implements Handling {}

  /** The connection ends before the API server saw anything. */
  record CutBefore() implements Handling {}

  /** The API server did it; the connection ends before the answer. */
  record CutAfter() implements Handling {}

  /** Forwarded late. */
  record Delay(Duration time) implements Handling {}

  /** Forwarded twice; the second answer is brought. */
  record Twice() implements Handling {}

  /** The API server sees nothing; the proxy answers for it. */
  record Refuse(int status) implements Handling {}

  /** A list, answered with what there was at an earlier version. */
  record Past(String resourceVersion) implements Handling {}

  /** The operator dies: every connection ends, at one point of this request, and none opens. */
  record Kill(Point point) implements Handling {}

  /** Where in a request a process dies. */
  enum Point {
    /** The API server never sees it. */
    BEFORE,
    /** Stored, and the answer never arrives. */
    STORED,
    /** Stored and answered. */
    ANSWERED
  }
}
