"""Offline measures of a classifier: the independent truths that a rollout's estimates must contain."""

import numpy as np

FINE_BINS = 20


def probabilities(weights: np.ndarray, intercept: np.ndarray, features: np.ndarray, temperature: float) -> np.ndarray:
    """Softmax of the logits divided by the temperature."""
    logits = (features @ weights.T + intercept) / temperature
    logits -= logits.max(axis=1, keepdims=True)
    odds = np.exp(logits)
    return odds / odds.sum(axis=1, keepdims=True)


def log_loss(predicted: np.ndarray, labels: np.ndarray) -> float:
    """Mean negative log-likelihood of the true digits."""
    return float(-np.log(predicted[np.arange(len(labels)), labels]).mean())


def calibration_error(confidence: np.ndarray, correct: np.ndarray) -> float:
    """Top-label ECE over 20 equal-width bins merged in pairs, as the operator tests it."""
    fine = np.minimum((confidence * FINE_BINS).astype(int), FINE_BINS - 1)
    merged = fine // 2
    gap = np.bincount(merged, correct.astype(float) - confidence, FINE_BINS // 2)
    return float(np.abs(gap).sum() / len(confidence))


def offline(predicted: np.ndarray, labels: np.ndarray, minimum: float) -> dict:
    """Figures of all predictions, and of the served ones: a rejected prediction never gets a label."""
    confidence = predicted.max(axis=1)
    correct = predicted.argmax(axis=1) == labels
    served = confidence >= minimum
    return {
        "images": len(labels),
        "accuracy": round(float(correct.mean()), 6),
        "ece": round(calibration_error(confidence, correct), 6),
        "servedAccuracy": round(float(correct[served].mean()), 6),
        "servedEce": round(calibration_error(confidence[served], correct[served]), 6),
        "rejectionRate": round(float(1 - served.mean()), 6),
    }
