"""Starts BentoML with the digits model: serve.py PORT."""

import os
import sys

os.execv(
    os.path.join(os.path.dirname(sys.executable), "bentoml"),
    ["bentoml", "serve", "digits_service:Digits", "--host", "127.0.0.1", "--port", sys.argv[1], "--working-dir",
     os.path.dirname(os.path.abspath(__file__))],
)
