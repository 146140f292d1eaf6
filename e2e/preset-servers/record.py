"""Runs a model server for real, sends it requests and records what it then exports.

record.py NAME PYTHON WORK: prints the exposition to standard output; PYTHON is that of its virtual environment.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Callable

HERE = os.path.dirname(os.path.abspath(__file__))
DIGITS = os.path.join(HERE, "..", "..", "samples", "digits")
GOOD, FAILING, UNREADABLE = 20, 3, 2
START_SECONDS = 120


@dataclass
class Server:
    """How a server is spoken to."""

    path: str
    body: Callable[[list], dict]
    ready: str
    metrics_port: Callable[[int], int] = lambda port: port


def v2(pixels):
    return {"inputs": [{"name": "pixels", "shape": [1, len(pixels)], "datatype": "FP64", "data": pixels}]}


SERVERS = {
    "mlserver": Server("/v2/models/digits/infer", v2, "/v2/models/digits/ready", lambda port: port + 1),
    "kserve": Server("/v1/models/digits:predict", lambda pixels: {"instances": [pixels]}, "/v1/models/digits"),
    "bentoml": Server("/predict", lambda pixels: {"pixels": pixels}, "/readyz"),
}


def call(url, body=None):
    """Status and text of an answer; status 0 when there is none."""
    request = urllib.request.Request(url, body, {"content-type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def free_port():
    """A port that is free and whose successor is free, too."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
                return port
            except OSError:
                continue


def expect(status, allowed, what):
    if status not in allowed:
        raise SystemExit(f"record.py: {what} was answered with {status}, not with one of {sorted(allowed)}")


def drive(server, port):
    """Sends the requests; every answer must be of its kind."""
    url = f"http://127.0.0.1:{port}"
    ends = time.monotonic() + START_SECONDS
    while call(url + server.ready)[0] != 200:
        if time.monotonic() > ends:
            raise SystemExit(f"record.py: the server was not ready within {START_SECONDS} s")
        time.sleep(0.2)
    with open(os.path.join(DIGITS, "heldout.json")) as file:
        images = [[float(int(level, 16)) for level in image] for image in json.load(file)["images"][:GOOD]]
    for image in images:
        expect(call(url + server.path, json.dumps(server.body(image)).encode())[0], {200}, "an image")
    for image in images[:FAILING]:
        expect(call(url + server.path, json.dumps(server.body(image[1:])).encode())[0], {500}, "an image too small")
    for _ in range(UNREADABLE):
        expect(call(url + server.path, b"{")[0], {400, 422}, "a body that is no JSON")
    # The second scrape shows that scrapes do not count as requests of the model.
    metrics = f"http://127.0.0.1:{server.metrics_port(port)}/metrics"
    expect(call(metrics)[0], {200}, "/metrics")
    return call(metrics)[1]


def main(name, python, work):
    port = free_port()
    environment = dict(
        os.environ, PYTHONPATH=HERE, PYTHONDONTWRITEBYTECODE="1", WORK=work, DO_NOT_TRACK="1", BENTOML_DO_NOT_TRACK="True",
        BENTOML_HOME=work, DIGITS_MODEL=os.path.join(DIGITS, "models", "stable.json"))
    with open(os.path.join(work, "server.log"), "w") as log:
        process = subprocess.Popen(
            [python, os.path.join(HERE, name, "serve.py"), str(port)],
            env=environment, cwd=work, stdout=log, stderr=log, start_new_session=True)
        try:
            exposition = drive(SERVERS[name], port)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
    sys.stdout.write(exposition)


if __name__ == "__main__":
    main(*sys.argv[1:])
