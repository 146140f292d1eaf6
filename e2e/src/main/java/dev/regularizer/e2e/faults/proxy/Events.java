package dev.regularizer.e2e.faults.proxy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The events of a watch, in whatever they are transported. */
interface Events extends AutoCloseable {
  /** One event. */
  final class Event {
    private final byte[] transported;
    private final String text;

    /**
     * An event.
     *
     * @param transported with its framing, as it came
     * @param text JSON
     */
    Event(byte[] transported, String text) {
      this.transported = transported;
      this.text = text;
    }

    byte[] transported() {
      return transported;
    }

    String text() {
      return text;
    }
  }

  /** The next event; null at the end. */
  @Nullable Event next() throws IOException;

  void deliver(Event event) throws IOException;

  /** Delivers an event of our own. */
  void deliver(String text) throws IOException;

  @Override
  void close() throws IOException;
}
