package dev.regularizer.samples.feedback;

/**
 * What a prediction's label will need, carried by the client instead of kept by the server.
 *
 * @param model name of the model whose revision answered
 * @param revision hash of the revision that answered
 * @param instance names the server process that answered
 * @param sequence number of the prediction within that process
 * @param digit the answered class
 * @param confidence of the answer
 * @param cohort group of the request; empty: none
 */
public record Token(
    String model,
    String revision,
    String instance,
    long sequence,
    int digit,
    Confidence confidence,
    String cohort) {}
