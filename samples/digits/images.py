"""Noisy hand-written digits: the data every variant is trained on and judged by.

Clean digits are too easy to be miscalibrated, so each image gets Gaussian noise with a standard
deviation of 0.4 of the pixel range. The result is stored as a 4-bit grey image (levels 0 to 15), so
that one pixel is one hexadecimal digit and what is trained on, judged and sent is exactly the same.
"""

from dataclasses import dataclass

import numpy as np
from sklearn.datasets import load_digits

SEED = 0
NOISE = 0.4
LEVELS = 15
TRAIN_IMAGES = 898
HELDOUT_DRAWS = 2


@dataclass(frozen=True)
class Images:
    """Grey levels, one row of 64 for each image, and the digits they show."""

    levels: np.ndarray
    labels: np.ndarray

    @property
    def features(self) -> np.ndarray:
        """What the classifier sees: levels scaled to 0..1."""
        return self.levels / LEVELS

    def document(self) -> dict:
        """The compact form of heldout.json."""
        return {
            "levels": LEVELS,
            "labels": "".join(str(label) for label in self.labels),
            "images": ["".join(f"{level:x}" for level in row) for row in self.levels],
        }


def load() -> tuple[Images, Images]:
    """The training images and the held-out ones: no digit is in both, whatever its noise.

    Each held-out digit comes with two draws of noise, which halves the sampling error of the ECE.
    """
    clean, labels = load_digits(return_X_y=True)
    random = np.random.default_rng(SEED)
    order = random.permutation(len(clean))
    train, heldout = order[:TRAIN_IMAGES], np.tile(order[TRAIN_IMAGES:], HELDOUT_DRAWS)

    def noisy(index: np.ndarray) -> Images:
        grey = clean[index] / 16 + random.normal(0, NOISE, (len(index), clean.shape[1]))
        levels = np.rint(np.clip(grey, 0, 1) * LEVELS).astype(int)
        return Images(levels, labels[index])

    return noisy(train), noisy(heldout)
