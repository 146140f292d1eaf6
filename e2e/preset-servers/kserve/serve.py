"""Starts KServe's Python server with the digits model: serve.py PORT."""

import socket
import sys

from kserve import Model, ModelRepository
from kserve.protocol.dataplane import DataPlane
from kserve.protocol.model_repository_extension import ModelRepositoryExtension
from kserve.protocol.rest.server import RESTServer

from softmax import Softmax


class Digits(Model):
    """One image for a request, in the protocol v1."""

    def __init__(self):
        super().__init__("digits")
        self._softmax = Softmax()
        self.ready = True

    def predict(self, payload, headers=None, response_headers=None):
        return {"predictions": [self._softmax.probabilities(image) for image in payload["instances"]]}


repository = ModelRepository()
repository.update(Digits())
port = int(sys.argv[1])
server = RESTServer("kserve.model_server:app", DataPlane(repository), ModelRepositoryExtension(repository), port)
# The command of the package listens on every address.
with socket.create_server(("127.0.0.1", port)) as loopback:
    server.run(sockets=[loopback])
