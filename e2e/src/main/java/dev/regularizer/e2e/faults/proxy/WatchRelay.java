package dev.regularizer.e2e.faults.proxy;

import dev.regularizer.e2e.faults.proxy.Events.Event;
import java.io.IOException;

/** Brings the events of one watch, but for those that a fault takes. */
final class WatchRelay {
  private static final String TYPE = "\"type\":\"";

  private final Call watch;
  private final Faults faults;
  private final Events events;

  WatchRelay(Call watch, Faults faults, Events events) {
    this.watch = watch;
    this.faults = faults;
    this.events = events;
  }

  void run() throws IOException, InterruptedException {
    try (events) {
      for (var event = events.next(); event != null; event = events.next()) {
        switch (faults.event(watch, type(event))) {
          case PASS -> events.deliver(event);
          case DROP -> {}
          case GONE -> {
            events.deliver(Refusals.gone());
            return;
          }
          case CLOSE -> {
            return;
          }
        }
      }
    }
  }

  /** ADDED, MODIFIED, DELETED, BOOKMARK or ERROR. */
  private static String type(Event event) {
    int from = event.text().indexOf(TYPE) + TYPE.length();
    return event.text().substring(from, event.text().indexOf('"', from));
  }
}
