"""Trains softmax classifiers of noisy digits, one JSON file for each variant.

    train.py                       writes models/*.json and heldout.json, prints what was measured
    train.py --variant stable      the same for one variant
    train.py --l2-strength 2 --temperature 0.7 --minimum 0.25    measures a setting, writes nothing
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

import measure
from images import LEVELS, Images, load

HERE = Path(__file__).parent
DECIMALS = 7
THRESHOLDS = (0.2, 0.25, 0.3, 0.42, 0.44)


@dataclass(frozen=True)
class Variant:
    """What is declared for a model; weight_scale is what nobody declared."""

    l2_strength: str
    temperature: str
    minimum: str
    weight_scale: float = 1.0


VARIANTS = {
    "stable": Variant("1", "0.9", "0.25"),
    "better": Variant("5", "0.55", "0.25"),
    "overconfident": Variant("1", "0.25", "0.25"),
    "strict": Variant("1", "0.9", "0.42"),
    "unregularized": Variant("0.001", "1", "0.25"),
    # Declares the temperature of `stable` and serves the confidences of `overconfident`.
    "mislabelled": Variant("1", "0.9", "0.25", weight_scale=3.6),
}


def train(variant: Variant, images: Images) -> tuple[np.ndarray, np.ndarray]:
    """Weights and intercept; the strength is the factor of half the squared weight norm, 1/C."""
    # Newton's method ends at the optimum to machine precision, on any machine: the files are reproducible.
    classifier = LogisticRegression(
        C=1 / float(variant.l2_strength), solver="newton-cholesky", tol=1e-10, max_iter=1000
    )
    classifier.fit(images.features, images.labels)
    # An equal shift of all intercepts changes no probability; centring makes the solution unique.
    intercept = classifier.intercept_ - classifier.intercept_.mean()
    return np.round(classifier.coef_, DECIMALS), np.round(intercept, DECIMALS)


def document(name: str, variant: Variant, training: Images, heldout: Images) -> dict:
    """The model file: parameters, declared regularizers, training metrics, offline measures."""
    weights, intercept = train(variant, training)
    seen = measure.probabilities(weights, intercept, training.features, 1)
    unseen = measure.probabilities(weights, intercept, heldout.features, 1)
    metrics = {
        "trainLoss": measure.log_loss(seen, training.labels),
        "validationLoss": measure.log_loss(unseen, heldout.labels),
        "weightNorm": float(np.sqrt((weights**2).sum())),
    }
    weights = np.round(weights * variant.weight_scale, DECIMALS)
    intercept = np.round(intercept * variant.weight_scale, DECIMALS)
    served = measure.probabilities(weights, intercept, heldout.features, float(variant.temperature))
    return {
        "name": name,
        "classes": list(range(10)),
        "levels": LEVELS,
        "regularizers": [
            {"type": "L2", "strength": variant.l2_strength},
            {"type": "TemperatureScaling", "temperature": variant.temperature},
            {"type": "InputLimit", "maxBytes": "16Ki"},
            {"type": "ConfidenceThreshold", "minimum": variant.minimum},
        ],
        "training": {key: f"{value:.4f}" for key, value in metrics.items()},
        "offline": measure.offline(served, heldout.labels, float(variant.minimum)),
        "intercept": intercept.tolist(),
        "weights": weights.tolist(),
    }


def report(model: dict, heldout: Images) -> str:
    """One line for people: held-out accuracy, ECE, rejection per threshold, losses, norm."""
    temperature = next(float(r["temperature"]) for r in model["regularizers"] if "temperature" in r)
    predicted = measure.probabilities(
        np.array(model["weights"]), np.array(model["intercept"]), heldout.features, temperature
    )
    confidence = predicted.max(axis=1)
    offline, training = model["offline"], model["training"]
    rejected = " ".join(f"{minimum}:{100 * (confidence < minimum).mean():.2f}%" for minimum in THRESHOLDS)
    return (
        f"{model['name']:14} accuracy {offline['accuracy']:.3f}  ECE {offline['ece']:.4f}"
        f"  served ECE {offline['servedEce']:.4f}  rejected {100 * offline['rejectionRate']:.2f}%"
        f"  (by minimum {rejected})  loss {training['trainLoss']} validation {training['validationLoss']}"
        f"  norm {training['weightNorm']}"
    )


def text(model: dict) -> str:
    """JSON with one line for each class's weights, so that a diff can be read."""
    rows = ",\n".join("    " + json.dumps(row, separators=(",", ":")) for row in model["weights"])
    head = {key: value for key, value in model.items() if key != "weights"}
    lines = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    return "{\n" + ",\n".join(lines) + ',\n  "weights": [\n' + rows + "\n  ]\n}\n"


def heldout_text(heldout: Images) -> str:
    """JSON with one line for each image."""
    content = heldout.document()
    rows = ",\n".join(f'    "{image}"' for image in content["images"])
    return (
        f'{{\n  "levels": {content["levels"]},\n  "labels": "{content["labels"]}",\n  "images": [\n{rows}\n  ]\n}}\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", choices=sorted(VARIANTS))
    parser.add_argument("--l2-strength", help="inverse of scikit-learn's C")
    parser.add_argument("--temperature", default="1")
    parser.add_argument("--minimum", default="0.25", help="confidence below which a prediction is rejected")
    arguments = parser.parse_args()
    training, heldout = load()
    if arguments.l2_strength is not None:
        variant = Variant(arguments.l2_strength, arguments.temperature, arguments.minimum)
        print(report(document("measured", variant, training, heldout), heldout))
        return
    (HERE / "heldout.json").write_text(heldout_text(heldout))
    for name, variant in VARIANTS.items():
        if arguments.variant in (None, name):
            model = document(name, variant, training, heldout)
            (HERE / "models" / f"{name}.json").write_text(text(model))
            print(report(model, heldout))


if __name__ == "__main__":
    main()
