"""Starts MLServer with the digits model: serve.py PORT."""

import asyncio
import os
import sys

from mlserver import MLServer, ModelSettings, Settings

from digits import Digits


async def serve(port):
    settings = Settings(
        host="127.0.0.1",
        http_port=port,
        grpc_port=0,
        metrics_port=port + 1,
        parallel_workers=0,
        metrics_dir=os.environ["WORK"],
    )
    server = MLServer(settings)
    await server.start([ModelSettings(name="digits", implementation=Digits)])


asyncio.run(serve(int(sys.argv[1])))
