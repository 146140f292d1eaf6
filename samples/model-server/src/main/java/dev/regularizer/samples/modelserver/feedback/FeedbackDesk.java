package dev.regularizer.samples.modelserver.feedback;

import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.feedback.LabeledPredictions;
import dev.regularizer.samples.feedback.SeenNumbers;
import dev.regularizer.samples.feedback.Token;
import dev.regularizer.samples.feedback.TokenSigner;
import dev.regularizer.samples.http.LabelRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes true labels for predictions of one revision, whichever pod of it made them.
 *
 * <p>A prediction is counted once by each process: exactly, since its number is remembered.
 * Processes do not know of each other, so a client that sends the same token twice can be counted
 * twice when its requests reach two pods; a client that sends each label once is counted once.
 */
public final class FeedbackDesk {
  private static final int WINDOW = 1 << 20;

  private final String model;
  private final String revision;
  private final List<Integer> classes;
  private final TokenSigner signer;
  private final LabeledPredictions counters;
  private final Map<String, SeenNumbers> seen = new HashMap<>();

  /** Opens the desk of a revision. */
  public FeedbackDesk(
      String model,
      String revision,
      List<Integer> classes,
      TokenSigner signer,
      LabeledPredictions counters) {
    this.model = model;
    this.revision = revision;
    this.classes = List.copyOf(classes);
    this.signer = signer;
    this.counters = counters;
  }

  /** Takes the true class of the prediction that the token was given for. */
  public FeedbackResult take(LabelRequest request) {
    var read = signer.read(request.token());
    if (read.isEmpty()) {
      return FeedbackResult.INVALID;
    }
    var token = read.get().token();
    if (!token.revision().equals(revision)) {
      return FeedbackResult.OTHER_REVISION;
    }
    var label = request.label();
    if (!read.get().genuine() || !token.model().equals(model) || !classes.contains(label)) {
      return FeedbackResult.INVALID;
    }
    return switch (first(token)) {
      case TAKEN -> {
        counters.add(token.confidence(), token.digit() == label, request.cohortOr(token.cohort()));
        yield FeedbackResult.COUNTED;
      }
      case SEEN_BEFORE -> FeedbackResult.DUPLICATE;
      case TOO_OLD -> FeedbackResult.EXPIRED;
    };
  }

  private synchronized SeenNumbers.Answer first(Token token) {
    return seen.computeIfAbsent(token.instance(), _ -> new SeenNumbers(WINDOW))
        .take(token.sequence());
  }
}
