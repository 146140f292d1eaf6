package dev.regularizer.controller.wire;

import dev.regularizer.core.analysis.SliStateText;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an SLI remembers and only programs read, as one text: no bit is lost, and twenty SLIs fit
 * into the status of their attempt.
 *
 * <p>The text is Base64 of a version and the lists one after the other: how many, then the whole
 * numbers in groups of seven bits, the lowest first, or the eight bytes of each double, the highest
 * first.
 *
 * <p>Possibly bad events are written as their excess over the surely bad ones, mostly none; version
 * 1 has them as they are. The last two lists of figures came later: a text that ends before them
 * has none.
 *
 * @param numbers trailing windows, strata
 * @param figures sums of both tests, confidences of both revisions, costs, sums of both tests of
 *     all cohorts one after the other; hexadecimal
 */
record PackedCounts(List<List<Long>> numbers, List<List<String>> figures) {
  private static final int VERSION = 2;
  private static final int OLD_VERSION = 1;
  private static final int NUMBERS = 2;
  private static final int FIGURES = 7;
  private static final int OLD_FIGURES = 5;
  private static final int GROUP = 7;
  private static final int MORE = 1 << GROUP;

  PackedCounts {
    numbers = List.copyOf(numbers);
    figures = List.copyOf(figures);
  }

  static PackedCounts of(SliStateText text) {
    return new PackedCounts(
        List.of(text.trailing(), text.strata()),
        List.of(
            text.harm(),
            text.safe(),
            text.confidence(),
            text.stableConfidence(),
            text.costs(),
            CohortSums.harm(text.cohorts()),
            CohortSums.safe(text.cohorts())));
  }

  /** The text; null when there is nothing to remember. */
  @Nullable String text() {
    if (Stream.concat(numbers.stream(), figures.stream()).allMatch(List::isEmpty)) {
      return null;
    }
    var bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    for (int list = 0; list < NUMBERS; list++) {
      var all = numbers.get(list);
      put(bytes, all.size());
      for (int i = 0; i < all.size(); i++) {
        put(bytes, isExcess(list, i) ? all.get(i) - all.get(i - 1) : all.get(i));
      }
    }
    boolean old = figures.subList(OLD_FIGURES, FIGURES).stream().allMatch(List::isEmpty);
    for (var list : old ? figures.subList(0, OLD_FIGURES) : figures) {
      put(bytes, list.size());
      for (var figure : list) {
        bytes.writeBytes(
            ByteBuffer.allocate(Double.BYTES).putDouble(Double.parseDouble(figure)).array());
      }
    }
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** Both lists have surely bad, possibly bad and all events; strata after their weight. */
  private static boolean isExcess(int list, int index) {
    return list == 0 ? index % 3 == 1 : index % 7 == 2 || index % 7 == 5;
  }

  private static void put(ByteArrayOutputStream bytes, long number) {
    var rest = number;
    while ((rest & -MORE) != 0) {
      bytes.write((int) (rest & (MORE - 1)) | MORE);
      rest >>>= GROUP;
    }
    bytes.write((int) rest);
  }

  /** Reads {@link #text()}. */
  static PackedCounts parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      int version = bytes.get();
      if (version != VERSION && version != OLD_VERSION) {
        throw new IllegalArgumentException(
            "stored counts have version %s, this program reads %s and %s"
                .formatted(version, OLD_VERSION, VERSION));
      }
      var numbers = new ArrayList<List<Long>>();
      for (int i = 0; i < NUMBERS; i++) {
        numbers.add(numbers(bytes, version == VERSION ? i : -1));
      }
      var figures = new ArrayList<List<String>>();
      for (int i = 0; i < FIGURES; i++) {
        figures.add(i < OLD_FIGURES || bytes.hasRemaining() ? figures(bytes) : List.of());
      }
      return new PackedCounts(numbers, figures);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("stored counts are cut off: \"" + text + "\"", cut);
    }
  }

  /** A list; of the old version, which has no excess, if its place is below 0. */
  private static List<Long> numbers(ByteBuffer bytes, int place) {
    var list = new ArrayList<Long>();
    for (long left = get(bytes); left > 0; left--) {
      var number = get(bytes);
      var excess = place >= 0 && isExcess(place, list.size());
      list.add(excess ? list.getLast() + number : number);
    }
    return list;
  }

  private static List<String> figures(ByteBuffer bytes) {
    var list = new ArrayList<String>();
    for (long left = get(bytes); left > 0; left--) {
      list.add(Double.toHexString(bytes.getDouble()));
    }
    return list;
  }

  private static long get(ByteBuffer bytes) {
    var number = 0L;
    for (int shift = 0; shift < Long.SIZE; shift += GROUP) {
      int group = bytes.get();
      number |= (long) (group & (MORE - 1)) << shift;
      if (group >= 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("stored counts have a number above 64 bits");
  }

  List<Long> trailing() {
    return numbers.getFirst();
  }

  List<Long> strata() {
    return numbers.getLast();
  }

  List<String> harm() {
    return figures.getFirst();
  }

  List<String> safe() {
    return figures.get(1);
  }

  List<String> confidence() {
    return figures.get(2);
  }

  List<String> stableConfidence() {
    return figures.get(3);
  }

  List<String> costs() {
    return figures.get(4);
  }

  List<String> cohortHarm() {
    return figures.get(OLD_FIGURES);
  }

  List<String> cohortSafe() {
    return figures.getLast();
  }
}
