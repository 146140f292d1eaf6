"""The digits model in MLServer."""

from mlserver import MLModel
from mlserver.codecs import NumpyCodec
from mlserver.types import InferenceRequest, InferenceResponse
import numpy

from softmax import Softmax


class Digits(MLModel):
    """One image for a request."""

    async def load(self):
        self._softmax = Softmax()
        return True

    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        image = NumpyCodec.decode_input(payload.inputs[0]).ravel()
        answer = numpy.array([self._softmax.probabilities(image)])
        return InferenceResponse(model_name=self.name, outputs=[NumpyCodec.encode_output("probabilities", answer)])
