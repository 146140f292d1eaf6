package dev.regularizer.e2e.faults.proxy;

/** Decides what happens to each request and to each event of a watch. */
public interface Faults {
  /** No faults. */
  Faults NONE = new Faults() {};

  /** What to do with a request; called once for each, in the order of arrival. */
  default Handling request(Call call) {
    return Handling.PASS;
  }

  /** What to do with the next event of a watch; may take its time. */
  default Delivery event(Call watch, String type) throws InterruptedException {
    return Delivery.PASS;
  }

  /** What happens to an event of a watch. */
  enum Delivery {
    PASS,
    /** It is never seen. */
    DROP,
    /** Instead of it: the version is too old (410), as after a compaction. */
    GONE,
    /** Instead of it: the connection ends. */
    CLOSE
  }
}
