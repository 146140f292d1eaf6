"""Writes a container image as a tar (docker-archive): one layer with the given files, reproducible."""

import argparse
import hashlib
import io
import json
import os
import re
import subprocess
import tarfile

STANDARD_DIRECTORIES = {"/tmp": 0o1777, "/etc": 0o755}
ACCOUNTS = {
    "/etc/passwd": "root:x:0:0:root:/:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n"
    "nonroot:x:65532:65532:nonroot:/:/sbin/nologin\n",
    "/etc/group": "root:x:0:\nnogroup:x:65534:\nnonroot:x:65532:\n",
}


def shared_libraries(binary):
    """The files the dynamic linker would load for a binary, at the paths it expects them."""
    listing = subprocess.run(["ldd", binary], check=True, capture_output=True, text=True).stdout
    if "not found" in listing:
        raise SystemExit(f"{binary}: a shared library is missing on this machine:\n{listing}")
    return re.findall(r"(/\S+) \(0x", listing)


class Layer:
    """One layer: parents first, every entry with a fixed time and owner."""

    def __init__(self, stream):
        self.tar = tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT)
        self.directories = set()

    def directory(self, path, mode=0o755):
        if path in ("", "/") or path in self.directories:
            return
        self.directory(os.path.dirname(path))
        self.directories.add(path)
        entry = tarfile.TarInfo(path.lstrip("/"))
        entry.type, entry.mode = tarfile.DIRTYPE, mode
        self.tar.addfile(entry)

    def file(self, path, stream, size, mode):
        self.directory(os.path.dirname(path))
        entry = tarfile.TarInfo(path.lstrip("/"))
        entry.size, entry.mode = size, mode
        self.tar.addfile(entry, stream)

    def copy(self, source, path):
        with open(source, "rb") as stream:
            self.file(path, stream, os.path.getsize(source), 0o755)


def write_layer(options, path):
    with open(path, "wb") as stream:
        layer = Layer(stream)
        for directory, mode in STANDARD_DIRECTORIES.items():
            layer.directory(directory, mode)
        for directory in options.directory:
            layer.directory(directory, 0o777)
        for name, text in ACCOUNTS.items():
            layer.file(name, io.BytesIO(text.encode()), len(text), 0o644)
        for pair in options.file:
            source, _, target = pair.partition(":")
            layer.copy(source, target)
        if options.libraries_of:
            for library in shared_libraries(options.libraries_of):
                layer.copy(library, library)
        layer.tar.close()


def digest(path):
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--name", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--entrypoint", required=True)
    parser.add_argument("--user", required=True)
    parser.add_argument("--file", action="append", default=[], metavar="SOURCE:TARGET")
    parser.add_argument("--directory", action="append", default=[])
    parser.add_argument("--libraries-of")
    options = parser.parse_args()

    layer_path = options.output + ".layer"
    write_layer(options, layer_path)
    configuration = {
        "architecture": {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine],
        "os": "linux",
        "created": "1970-01-01T00:00:00Z",
        "config": {
            "Entrypoint": [options.entrypoint],
            "Env": ["PATH=/usr/local/bin:/usr/bin:/bin"],
            "User": options.user,
            "WorkingDir": "/",
        },
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + digest(layer_path)]},
        "history": [{"created": "1970-01-01T00:00:00Z", "created_by": "image.py"}],
    }
    blob = json.dumps(configuration, sort_keys=True).encode()
    config_name = hashlib.sha256(blob).hexdigest() + ".json"
    manifest = [{"Config": config_name, "RepoTags": [options.name], "Layers": ["layer.tar"]}]
    with tarfile.open(options.output, "w") as image:
        for name, data in ((config_name, blob), ("manifest.json", json.dumps(manifest).encode())):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            image.addfile(entry, io.BytesIO(data))
        entry = tarfile.TarInfo("layer.tar")
        entry.size = os.path.getsize(layer_path)
        with open(layer_path, "rb") as stream:
            image.addfile(entry, stream)
    os.remove(layer_path)


if __name__ == "__main__":
    main()
