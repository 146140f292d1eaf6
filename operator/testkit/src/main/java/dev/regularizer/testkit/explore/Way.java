package dev.regularizer.testkit.explore;

import dev.regularizer.core.rollout.Decision;
import java.util.ArrayList;
import java.util.List;

/** A way from the start to a state, told. */
final class Way {
  private final World start;
  private final int disturbing;
  private final List<Decision> decided = new ArrayList<>();

  /**
   * A way.
   *
   * @param disturbing number from which on moves are disturbances
   */
  Way(World start, int disturbing) {
    this.start = start;
    this.disturbing = disturbing;
  }

  String text(List<Integer> moves) {
    var text = new StringBuilder();
    var world = start;
    for (int move : moves) {
      decided.clear();
      var all = move >= disturbing ? Disturbances.of(world) : new Moves(decided::add).of(world);
      var one = all.get(move >= disturbing ? move - disturbing : move);
      text.append("t").append(world.tick()).append(' ');
      var busy = world.operator().busy();
      text.append(
          one.text().equals("write") && busy != null
              ? "write: " + busy.next().text()
              : (move >= disturbing ? "!! " : "") + one.text());
      try {
        world = one.to().apply(world);
      } catch (RuntimeException | AssertionError end) {
        text.append('\n');
        break;
      }
      decided.forEach(it ->
          text.append(" => ")
              .append(it.phase().text())
              .append(' ')
              .append(it.reason())
              .append(" \"")
              .append(it.message())
              .append('"'));
      text.append('\n');
    }
    return text.toString();
  }
}
