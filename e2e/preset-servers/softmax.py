"""The softmax classifier of samples/digits, without its guards: what every server here serves."""

import json
import math
import os


class Softmax:
    """Reads the model file that DIGITS_MODEL names."""

    def __init__(self):
        with open(os.environ["DIGITS_MODEL"]) as file:
            model = json.load(file)
        self.levels, self.weights, self.intercept = model["levels"], model["weights"], model["intercept"]

    def probabilities(self, image):
        """Probability of each digit; an image of another size is the model's failure."""
        image = [float(level) / self.levels for level in image]
        if len(image) != len(self.weights[0]):
            raise ValueError(f"{len(image)} pixels, not {len(self.weights[0])}")
        logits = [b + sum(w * x for w, x in zip(row, image)) for b, row in zip(self.intercept, self.weights)]
        odds = [math.exp(logit - max(logits)) for logit in logits]
        return [odd / sum(odds) for odd in odds]
