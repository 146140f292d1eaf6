"""The digits model in BentoML."""

import bentoml

from softmax import Softmax


@bentoml.service(name="digits", workers=1)
class Digits:
    """One image for a request."""

    def __init__(self):
        self._softmax = Softmax()

    @bentoml.api
    def predict(self, pixels: list[float]) -> list[float]:
        return self._softmax.probabilities(pixels)
