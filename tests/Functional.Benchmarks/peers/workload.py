"""What a peer is asked to do: the description and the numbers that the benchmark has written to a folder.

For a workload such as W0 the folder holds

    W0.json            the description: sizes of the layers, activations, loss, optimiser, rate, batch, names of the files with samples
    W0.parameters.f32  the initial parameters, layer after layer: the weights, then the biases. The weights of a layer are the
                       [outputs x inputs] matrix column after column, which is the [inputs x outputs] matrix row after row.
                       In single precision; W0.parameters.f64 holds them in double precision.
    W0.indices.i32     the samples of the first steps, which all contenders must take in this order to be compared

Samples lie in files of their own, sample after sample: bytes (.u8), which are divided by 255, or doubles (.f64).
"""

import json
import os

import numpy as np

LARGEST_BYTE = 255


class Workload:
    """One workload in one precision."""

    def __init__(self, folder, name, precision):
        self.folder = folder
        self.name = name
        self.dtype = np.dtype(precision)
        with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
            text = json.load(file)
        self.sizes = text["sizes"]
        self.hidden = text["hidden"]
        self.output = text["output"]
        self.loss = text["loss"]
        self.optimiser = text["optimiser"]
        self.rate = text["rate"]
        self.batch = text["batch"]
        self.shuffled = text["shuffled"]
        self.predicts = text["predicts"]
        self._features = text["features"]
        self._labels = text["labels"]
        self._values = text["values"]

    def features(self):
        """The samples as rows."""
        return self._numbers(self._features).reshape(-1, self.sizes[0])

    def targets(self):
        """The class of each sample, or the values of each sample as rows."""
        if self._labels is not None:
            return self._read(self._labels, np.uint8).astype(np.int64)
        return self._numbers(self._values).reshape(-1, self.sizes[-1])

    def parameters(self):
        """Weights [inputs x outputs] and biases of each layer."""
        ending = "f32" if self.dtype == np.float32 else "f64"
        numbers = self._read("%s.parameters.%s" % (self.name, ending), self.dtype.newbyteorder("<"))
        layers, at = [], 0
        for inputs, outputs in zip(self.sizes[:-1], self.sizes[1:]):
            weights = numbers[at : at + inputs * outputs].reshape(inputs, outputs)
            at += inputs * outputs
            layers.append((weights, numbers[at : at + outputs]))
            at += outputs
        return layers

    def first_batches(self):
        """The samples of the first steps, a row for each step."""
        return self._read(self.name + ".indices.i32", "<i4").astype(np.int64).reshape(-1, self.batch)

    def _numbers(self, file):
        if file.endswith(".u8"):
            return np.divide(self._read(file, np.uint8), LARGEST_BYTE, dtype=self.dtype)
        return self._read(file, "<f8").astype(self.dtype)

    def _read(self, file, dtype):
        return np.fromfile(os.path.join(self.folder, file), dtype=dtype)
