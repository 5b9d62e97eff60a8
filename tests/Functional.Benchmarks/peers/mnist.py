"""MNIST's four IDX files, packed with gzip or not."""

import gzip
import os

import numpy as np

LARGEST_PIXEL = 255


def load(directory, precision):
    """Pictures as rows of numbers from 0 to 1 and their classes: to train on, then to test with."""
    return (
        pictures(directory, "train-images", precision),
        labels(directory, "train-labels"),
        pictures(directory, "t10k-images", precision),
        labels(directory, "t10k-labels"),
    )


def pictures(directory, stem, precision):
    """The pictures of a file."""
    values = read(directory, stem, 3)
    return np.divide(values.reshape(len(values), -1), LARGEST_PIXEL, dtype=np.dtype(precision))


def labels(directory, stem):
    """The classes of a file."""
    return read(directory, stem, 1).astype(np.int64)


def read(directory, stem, dimensions):
    """The bytes of an IDX file in their shape."""
    for separator in "-", ".":
        for opener, ending in (open, ""), (gzip.open, ".gz"):
            path = os.path.join(directory, "%s%sidx%d-ubyte%s" % (stem, separator, dimensions, ending))
            if os.path.exists(path):
                with opener(path, "rb") as file:
                    content = file.read()
                header = 4 + 4 * dimensions
                shape = np.frombuffer(content, ">i4", dimensions, 4)
                return np.frombuffer(content, np.uint8, offset=header).reshape(shape)
    raise FileNotFoundError("there is no %s in %s" % (stem, directory))
