package dev.regularizer.e2e.badinput;

import dev.regularizer.e2e.cluster.Cluster;
import dev.regularizer.e2e.model.LiveModel;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Malformed requests against a real API server and a running operator, a good one after each. */
public final class BadInputRun implements AutoCloseable {
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final int KEPT = 400;

  private final Stage stage;
  private final Requests requests;
  private final GoodModel neighbour;
  private final HostilePlay hostile;
  private int count;

  private BadInputRun(Stage stage, HostilePlay hostile) {
    this.stage = stage;
    this.requests = stage.requests();
    this.neighbour = stage.neighbour();
    this.hostile = hostile;
  }

  /**
   * Puts CRDs into the API server and starts an operator.
   *
   * @param namespace a new one
   */
  public static BadInputRun start(Cluster cluster, String namespace, Path repository) {
    var stage = Stage.set(cluster, namespace, repository);
    try {
      var run = new BadInputRun(stage, new HostilePlay(stage, HostileTexts.read(), repository));
      run.neighbour.change();
      return run;
    } catch (AssertionError | KubernetesClientException broken) {
      stage.close();
      throw broken;
    }
  }

  /** One malformed request, then a good one. */
  public CaseResult play(BadCase bad) {
    count++;
    var result =
        switch (bad.expected()) {
          case BadCase.Refused refused -> refused(bad, refused);
          case BadCase.Answered answered -> answered(bad, answered);
          case BadCase.Harmless _ -> harmless(bad);
        };
    return followed(result);
  }

  /** A hostile text in every field, and in a model that is acted on; a good change after each. */
  public List<CaseResult> play(String what, String text) {
    count++;
    return List.of(
        followed(hostile.whereAFormIsAskedFor(what, text)),
        followed(hostile.whereAnyTextGoes(what, text, name())));
  }

  /**
   * Lines of the operator's log and metrics that must not be: errors, and texts that broke out of
   * their record or label.
   */
  public List<String> strangeLines() {
    var operator = stage.operator();
    return Stream.concat(operator.strangeLines().stream(), operator.strangeMetrics().stream())
        .toList();
  }

  private CaseResult refused(BadCase bad, BadCase.Refused expected) {
    var said = request(bad);
    var clarity = said.isEmpty() ? Clarity.UNCLEAR : Clarity.of(said);
    var fitting =
        said.stream()
            .filter(it -> it.field().equals(expected.field()))
            .filter(it -> it.message().contains(expected.says()))
            .findFirst();
    var problem =
        said.isEmpty()
            ? "it was accepted"
            : fitting.isEmpty()
                ? "nothing on " + expected.field() + " with: " + expected.says()
                : clarity == Clarity.UNCLEAR ? "a part of a message is missing: " + said : "";
    var words = fitting.map(it -> it.field() + ": " + it.message()).orElse(said.toString());
    return result(bad, "REFUSED", clarity, words, problem);
  }

  private List<Refusal> request(BadCase bad) {
    var body = bad.raw();
    if (body.isPresent()) {
      return requests.created(body.get().replace("NAME", name()));
    }
    var good = stage.good(name());
    var before = bad.from();
    if (before.isEmpty()) {
      return requests.created(bad.spoil(good));
    }
    good.put(bad.at(), before.get());
    return requests.edited(good, bad.spoil(good));
  }

  private CaseResult answered(BadCase bad, BadCase.Answered expected) {
    var said = requests.created(bad.spoil(stage.good(name())));
    if (!said.isEmpty()) {
      return result(bad, "REFUSED", Clarity.of(said), said.toString(), "the API server refused it");
    }
    var live = stage.model(name());
    try {
      var message = refusalOf(live, expected.reason());
      var children = requests.children(name());
      var problem =
          !message.contains(expected.says())
              ? "the condition does not say: " + expected.says()
              : children.isEmpty() ? "" : "it has " + children;
      corrected(live);
      return result(bad, "ANSWERED", Clarity.COMPLETE, message, problem);
    } catch (AssertionError never) {
      return result(bad, "ANSWERED", Clarity.UNCLEAR, "", String.valueOf(never.getMessage()));
    } finally {
      live.delete();
    }
  }

  private static String refusalOf(LiveModel live, String reason) {
    return live.await(
            "Accepted=False with " + reason,
            SOON,
            it ->
                it.is("Accepted", "False")
                    && it.condition("Accepted")
                        .filter(is -> is.reason().equals(reason))
                        .isPresent())
        .condition("Accepted")
        .orElseThrow()
        .message();
  }

  /** The object is made good, anew where the mistake cannot be edited, and has to be acted on. */
  private void corrected(LiveModel live) {
    if (!requests.respecified(stage.good(name())).isEmpty()) {
      live.delete();
      requests.created(stage.good(name()));
    }
    live.await(
        "the corrected model", SOON, it -> it.upToDateWithSpec() && it.is("Accepted", "True"));
  }

  private CaseResult harmless(BadCase bad) {
    var said = requests.created(bad.spoil(stage.good(name())));
    if (!said.isEmpty()) {
      return result(bad, "REFUSED", Clarity.of(said), said.toString(), "it was refused");
    }
    var live = stage.model(name());
    try {
      var seen =
          live.await("an answer", SOON, it -> it.upToDateWithSpec() && it.is("Accepted", "True"));
      return result(bad, "HARMLESS", Clarity.COMPLETE, seen.message(), "");
    } catch (AssertionError never) {
      return result(bad, "HARMLESS", Clarity.COMPLETE, "", String.valueOf(never.getMessage()));
    } finally {
      live.delete();
    }
  }

  private CaseResult followed(CaseResult result) {
    try {
      return result.next(
          neighbour.change(), stage.operator().runs() ? "" : "the operator has ended");
    } catch (AssertionError | KubernetesClientException stuck) {
      return result.next(0, "the good model behind it: " + stuck.getMessage());
    }
  }

  private static CaseResult result(
      BadCase bad, String became, Clarity clarity, String message, String problem) {
    return new CaseResult(bad.group(), bad.name(), became, clarity, shortened(message), problem, 0);
  }

  /** The server repeats what it was sent, however long that is. */
  private static String shortened(String message) {
    return message.length() <= KEPT ? message : message.substring(0, KEPT - 1) + "…";
  }

  private String name() {
    return "bad-" + count;
  }

  @Override
  public void close() {
    stage.close();
  }
}
