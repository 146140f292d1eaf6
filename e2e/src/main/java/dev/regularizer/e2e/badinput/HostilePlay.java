package dev.regularizer.e2e.badinput;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Hostile texts, refused wherever a form is asked for, and kept as they are everywhere else. */
final class HostilePlay {
  private static final Duration SOON = Duration.ofMinutes(1);

  private final Stage stage;
  private final HostileTexts texts;
  private final ObjectTree full;
  private final List<String> fields;

  /**
   * A play.
   *
   * @param repository where a model is that uses every field
   */
  HostilePlay(Stage stage, HostileTexts texts, Path repository) {
    this.stage = stage;
    this.texts = texts;
    this.full = full(repository.resolve("crds/src/test/resources/objects/regularizedmodel.yaml"));
    this.fields = StringFields.of(stage.models());
  }

  private static ObjectTree full(Path file) {
    try {
      var tree = Stage.tree(new ObjectMapper(new YAMLFactory()).readTree(file.toFile()));
      tree.remove("status");
      return tree;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In every field at once: exactly the free ones may take it. */
  CaseResult whereAFormIsAskedFor(String what, String text) {
    var said = stage.requests().tried(HostileTexts.everywhere(full, fields, text));
    var taken = HostileTexts.taken(fields, said);
    var clarity = said.isEmpty() ? Clarity.UNCLEAR : Clarity.of(said);
    var problem =
        !taken.equals(texts.free())
            ? "taken in " + taken
            : clarity == Clarity.UNCLEAR ? "a part of a message is missing: " + unclear(said) : "";
    return result(
        what + ", where a form is asked for",
        "REFUSED",
        clarity,
        "refused in %d of %d fields".formatted(fields.size() - taken.size(), fields.size()),
        problem);
  }

  /** In every free field of a model that is stored and acted on. */
  CaseResult whereAnyTextGoes(String what, String text, String name) {
    var named = what + ", where any text goes";
    var said = stage.requests().created(texts.spoil(stage.good(name), text));
    if (!said.isEmpty()) {
      return result(named, "REFUSED", Clarity.of(said), said.toString(), "it was refused");
    }
    var live = stage.model(name);
    try {
      live.await(
          "an attempt",
          SOON,
          it -> it.upToDateWithSpec() && it.is("Accepted", "True") && it.candidate().isPresent());
      return result(named, "HARMLESS", Clarity.COMPLETE, "acted on", "");
    } catch (AssertionError never) {
      return result(named, "HARMLESS", Clarity.COMPLETE, "", String.valueOf(never.getMessage()));
    } finally {
      live.delete();
    }
  }

  private static List<Refusal> unclear(List<Refusal> said) {
    return said.stream().filter(it -> Clarity.of(it) == Clarity.UNCLEAR).toList();
  }

  private static CaseResult result(
      String name, String became, Clarity clarity, String message, String problem) {
    return new CaseResult(HostileTexts.GROUP, name, became, clarity, message, problem, 0);
  }
}
