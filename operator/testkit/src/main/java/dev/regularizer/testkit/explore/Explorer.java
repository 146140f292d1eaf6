package dev.regularizer.testkit.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all states that can be reached, breadth first. First everything that happens without
 * a disturbance, then every disturbance of every one of those states and all that follows, and so
 * on: when one level is done, every combination of so many disturbances was tried at every moment.
 */
public final class Explorer {
  /** Moves from here on are disturbances. */
  private static final int DISTURBING = 1000;

  /** So many different violations are enough. */
  private static final int KINDS = 100;

  private final World start;
  private final int disturbances;
  private final long most;
  private final int threads;
  private final Visited visited;
  private final Coverage coverage = new Coverage();
  private final Moves moves = new Moves(coverage::decided);
  private final AtomicLong states = new AtomicLong();
  private final AtomicLong transitions = new AtomicLong();
  private final ConcurrentHashMap<String, Found> found = new ConcurrentHashMap<>();

  /** A state that still has to be looked at. */
  private record Node(World world, int number) {}

  private record Found(String text, int from, int move) {}

  /**
   * An explorer.
   *
   * @param situation to start from
   * @param disturbances at most in one run
   * @param most states to look at
   */
  public Explorer(Situation situation, int disturbances, long most, int threads) {
    this.start = situation.world(disturbances);
    this.disturbances = disturbances;
    this.most = most;
    this.threads = threads;
    this.visited = new Visited(most + most / 8);
  }

  /**
   * What was found.
   *
   * @param level disturbances in every combination of which everything was tried
   * @param depth longest of the shortest ways to a state
   * @param violations each with the way to it
   */
  public record Result(
      long states,
      long transitions,
      int level,
      int depth,
      double seconds,
      List<String> violations,
      Coverage coverage) {}

  /** Explores until everything was seen, too much was, or something is wrong. */
  public Result explore() {
    long begun = System.nanoTime();
    var level = List.of(new Node(start, visited.add(start.fingerprint(), -1, 0)));
    int done = -1;
    int depth = 0;
    for (int i = 0; i <= disturbances && goesOn(); i++) {
      var all = new ArrayList<Node>(level);
      while (!level.isEmpty() && goesOn()) {
        level = step(level, false);
        all.addAll(level);
        depth++;
      }
      if (goesOn()) {
        done = i;
        level = i < disturbances ? step(all, true) : List.of();
      }
    }
    return new Result(
        states.get(),
        transitions.get(),
        done,
        depth,
        (System.nanoTime() - begun) / 1e9,
        found.values().stream().map(this::trace).toList(),
        coverage);
  }

  private boolean goesOn() {
    return found.size() < KINDS && states.get() < most;
  }

  private List<Node> step(List<Node> nodes, boolean disturbing) {
    var next = new ConcurrentLinkedQueue<Node>();
    var at = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        pool.execute(() -> {
          for (int n = at.getAndIncrement();
              n < nodes.size() && goesOn();
              n = at.getAndIncrement()) {
            expand(nodes.get(n), disturbing, next);
          }
        });
      }
    }
    return List.copyOf(next);
  }

  private void expand(Node node, boolean disturbing, ConcurrentLinkedQueue<Node> next) {
    var all = disturbing ? Disturbances.of(node.world()) : moves.of(node.world());
    for (int i = 0; i < all.size(); i++) {
      var world = moved(node, all.get(i), disturbing ? DISTURBING + i : i);
      if (world == null) {
        continue;
      }
      transitions.incrementAndGet();
      int number = visited.add(world.fingerprint(), node.number(), disturbing ? DISTURBING + i : i);
      if (number >= 0) {
        states.incrementAndGet();
        next.add(new Node(world, number));
      }
    }
  }

  private @Nullable World moved(Node node, Move move, int index) {
    try {
      return move.to().apply(node.world());
    } catch (RuntimeException | AssertionError wrong) {
      found.putIfAbsent(wrong.toString(), new Found(wrong.toString(), node.number(), index));
      return null;
    }
  }

  /** The way to a violation, by going it again. */
  private String trace(Found violation) {
    var way = new ArrayList<Integer>();
    way.add(violation.move());
    for (int at = violation.from(); visited.parent(at) >= 0; at = visited.parent(at)) {
      way.addFirst(visited.move(at));
    }
    return new Way(start, DISTURBING).text(way) + "=> " + violation.text() + "\n";
  }
}
