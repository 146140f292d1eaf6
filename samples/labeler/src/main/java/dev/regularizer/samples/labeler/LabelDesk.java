package dev.regularizer.samples.labeler;

import dev.regularizer.samples.feedback.FeedbackResult;
import dev.regularizer.samples.feedback.SeenNumbers;
import dev.regularizer.samples.feedback.Token;
import dev.regularizer.samples.feedback.TokenSigner;
import dev.regularizer.samples.http.LabelRequest;

/**
 * Takes true labels for all revisions and counts each prediction once.
 *
 * <p>Limit: what was counted is kept in memory. A label that a client sends again after the labeler
 * restarted is counted again; one that it sends once is counted once, whatever restarts.
 */
final class LabelDesk {
  private static final int MOST_PROCESSES = 512;
  private static final int WINDOW = 1 << 20;

  private final TokenSigner signer;
  private final LabeledSeries series;
  private final Processes processes = new Processes(MOST_PROCESSES, WINDOW);

  LabelDesk(TokenSigner signer, LabeledSeries series) {
    this.signer = signer;
    this.series = series;
  }

  /** Takes one label. */
  FeedbackResult take(LabelRequest request) {
    var read = signer.read(request.token());
    if (read.isEmpty() || !read.get().genuine() || request.label() < 0) {
      return FeedbackResult.INVALID;
    }
    var token = read.get().token();
    return switch (first(token)) {
      case TAKEN -> {
        series
            .of(new RevisionKey(token.model(), token.revision()))
            .add(
                token.confidence(),
                token.digit() == request.label(),
                request.cohortOr(token.cohort()));
        yield FeedbackResult.COUNTED;
      }
      case SEEN_BEFORE -> FeedbackResult.DUPLICATE;
      case TOO_OLD -> FeedbackResult.EXPIRED;
    };
  }

  private synchronized SeenNumbers.Answer first(Token token) {
    return processes.take(token.revision() + "/" + token.instance(), token.sequence());
  }
}
