"""Retrains every variant and compares with the committed files; exits non-zero on any difference.

Numbers may differ by 1e-6; the held-out images, the declared regularizers and the lists of classes
may not differ at all. The calibration and rejection that the rollouts rely on are checked too.
"""

import json
import sys

import train
from images import load

TOLERANCE = 1e-6


def differences(where: str, committed: object, retrained: object) -> list[str]:
    """Every place in which two JSON values differ by more than the tolerance."""
    numbers = (int, float)
    if isinstance(committed, dict) and isinstance(retrained, dict) and committed.keys() == retrained.keys():
        return [d for key in committed for d in differences(f"{where}.{key}", committed[key], retrained[key])]
    if isinstance(committed, list) and isinstance(retrained, list) and len(committed) == len(retrained):
        pairs = enumerate(zip(committed, retrained))
        return [d for index, (left, right) in pairs for d in differences(f"{where}[{index}]", left, right)]
    if isinstance(committed, numbers) and isinstance(retrained, numbers):
        # Half a unit of rounding on either side is not a difference of the optimum.
        same = abs(committed - retrained) <= TOLERANCE
    else:
        same = committed == retrained
    return [] if same else [f"{where}: committed {committed!r}, retrained {retrained!r}"]


def expectations(models: dict) -> list[tuple[str, bool]]:
    """What the demo and the negative controls rely on, and whether it holds."""
    offline = {name: model["offline"] for name, model in models.items()}
    rules = [
        (f"{name}: ECE at most .03", max(offline[name]["ece"], offline[name]["servedEce"]) <= 0.03)
        for name in ("stable", "better", "strict")
    ]
    rules += [
        (f"{name}: served ECE at least .12", offline[name]["servedEce"] >= 0.12)
        for name in ("overconfident", "mislabelled", "unregularized")
    ]
    rules += [
        (f"{name}: rejects at most 0.3 %", offline[name]["rejectionRate"] <= 0.003)
        for name in offline
        if name != "strict"
    ]
    rules.append(("strict: rejects 7 to 9 %", 0.07 <= offline["strict"]["rejectionRate"] <= 0.09))
    gap = {
        name: float(model["training"]["validationLoss"]) / float(model["training"]["trainLoss"]) - 1
        for name, model in models.items()
    }
    rules.append(("better: a smaller validation gap than stable", gap["better"] < gap["stable"]))
    declared = {name: model["regularizers"] for name, model in models.items()}
    rules.append(("mislabelled: declares what stable declares", declared["mislabelled"] == declared["stable"]))
    return rules


def main() -> int:
    training, heldout = load()
    models, checks = {}, []
    committed = json.loads((train.HERE / "heldout.json").read_text())
    checks.append(("heldout.json is what images.py makes", differences("heldout.json", committed, heldout.document())))
    for name, variant in train.VARIANTS.items():
        models[name] = json.loads((train.HERE / "models" / f"{name}.json").read_text())
        retrained = train.document(name, variant, training, heldout)
        checks.append((f"{name}: retrained to 1e-6", differences(f"models/{name}.json", models[name], retrained)))
        print(train.report(models[name], heldout))
    strangers = {path.stem for path in (train.HERE / "models").glob("*.json")} - models.keys()
    unknown = [f"models/{name}.json: no variant of train.py has this name" for name in sorted(strangers)]
    checks.append(("every model has its variant", unknown))
    measured = json.dumps({name: model["offline"] for name, model in models.items()})
    checks += [(text, [] if holds else [f"measured {measured}"]) for text, holds in expectations(models)]
    failed = [(text, problems) for text, problems in checks if problems]
    for text, problems in failed:
        print(f"not so: {text}", *problems[:10], sep="\n    ", file=sys.stderr)
    print(f"{len(checks) - len(failed)} passed, {len(failed)} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
