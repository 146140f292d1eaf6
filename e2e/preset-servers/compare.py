"""Compares an exposition with the committed one, or writes it.

compare.py [--record] NAME REQUIREMENTS EXPOSITION COMMITTED

Times differ from run to run, so sums, buckets and moments are compared by name and labels only; counters and the
counts of histograms by their values, too.
"""

import re
import sys

# Of the process, not of the server.
FOREIGN = re.compile(r"(# (HELP|TYPE) )?(python|process)_")
SERIES = re.compile(r"([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{.*\})?) (\S+)$")
COUNTED = re.compile(r"[a-zA-Z0-9_:]*(_total|_count)(\{|$)")


def version(name, requirements):
    with open(requirements) as file:
        return re.search(rf"^{name}==(\S+)$", file.read(), re.M).group(1)


def own(text):
    return [line for line in text.splitlines() if line and not FOREIGN.match(line)]


def comparable(lines):
    found = {}
    for line in lines:
        match = SERIES.match(line)
        if match:
            found[match.group(1)] = float(match.group(2)) if COUNTED.match(match.group(1)) else None
    return found


def main(arguments):
    record = arguments[0] == "--record"
    name, requirements, exposition, committed = arguments[1:] if record else arguments
    with open(exposition) as file:
        lines = own(file.read())
    if record:
        with open(committed, "w") as file:
            file.write(f"# Recorded by e2e/presets from {name} {version(name, requirements)}.\n")
            file.write("\n".join(lines) + "\n")
        print(f"{name}: recorded {len(comparable(lines))} series")
        return 0
    with open(committed) as file:
        before = file.read()
    wanted, found = comparable(own(before)), comparable(lines)
    differences = [key for key in sorted(wanted.keys() | found.keys()) if wanted.get(key, "none") != found.get(key, "none")]
    if f" {version(name, requirements)}.\n" not in before.partition("\n")[0] + "\n":
        differences.insert(0, "the version in the first line")
    for key in differences:
        print(f"{name}: {key}: committed {wanted.get(key, 'none')}, found {found.get(key, 'none')}", file=sys.stderr)
    if differences:
        print(f"{name}: look at the differences, then e2e/presets --record {name}", file=sys.stderr)
        return 1
    print(f"{name}: {len(found)} series as committed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
