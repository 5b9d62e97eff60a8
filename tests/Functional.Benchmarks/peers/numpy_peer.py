"""NumPy in the comparison: numpy_peer.py WORKLOAD float32|float64 FOLDER THREADS. The environment sets the threads."""

import sys

import numpy as np

from numpy_network import Network
from protocol import serve
from workload import Workload

SEED = 7


class Training:
    """Steps of training without end."""

    def __init__(self, workload):
        self.workload = workload
        self.features = workload.features()
        self.targets = workload.targets()
        self.network = None
        self.batches = self.shuffled() if workload.shuffled else self.full()

    def verify(self):
        """The losses of the first steps from the initial parameters."""
        network = Network(self.workload)
        if not self.workload.shuffled:
            return [network.step(self.features, self.targets) for _ in self.workload.first_batches()]
        return [network.step(self.features[chosen], self.targets[chosen]) for chosen in self.workload.first_batches()]

    def run(self, steps):
        """So many steps; the last loss."""
        if self.network is None:
            self.network = Network(self.workload)
        step, batches, loss = self.network.step, self.batches, 0.0
        for _ in range(steps):
            inputs, targets = next(batches)
            loss = step(inputs, targets)
        return loss

    def full(self):
        """All samples in every step."""
        while True:
            yield self.features, self.targets

    def shuffled(self):
        """A fresh order of all samples each epoch; each batch is gathered by index into an array that is made once."""
        features, targets, size = self.features, self.targets, self.workload.batch
        count = len(features)
        random = np.random.default_rng(SEED)
        buffer = np.empty((size, features.shape[1]), features.dtype)
        while True:
            order = random.permutation(count)
            for start in range(0, count, size):
                chosen = order[start : start + size]
                # The indices are in range; "clip" spares take() a second buffer for the case that they are not.
                inputs = features.take(chosen, axis=0, out=buffer[: len(chosen)], mode="clip")
                yield inputs, targets.take(chosen, axis=0)


class Prediction:
    """The outputs for one sample, again and again."""

    def __init__(self, workload):
        self.samples = [np.ascontiguousarray(row) for row in workload.features()[: len(workload.first_batches())]]
        # As [outputs x inputs] in memory, so that each output is one dot product over memory in a row.
        self.layers = [(np.ascontiguousarray(weights.T), bias, np.empty_like(bias)) for weights, bias in workload.parameters()]

    def verify(self):
        """The largest output of the first samples."""
        return [self.predict(sample).max() for sample in self.samples]

    def run(self, steps):
        """So many predictions; the largest output of the last."""
        predict, sample, outputs = self.predict, self.samples[0], None
        for _ in range(steps):
            outputs = predict(sample)
        return outputs.max()

    def predict(self, sample):
        """The outputs for a sample."""
        (weights, bias, values), (last_weights, last_bias, outputs) = self.layers
        np.dot(weights, sample, out=values)
        np.add(values, bias, out=values)
        np.maximum(values, 0, out=values)
        np.dot(last_weights, values, out=outputs)
        return np.add(outputs, last_bias, out=outputs)


def main():
    """Serves one workload."""
    name, precision, folder = sys.argv[1:4]
    workload = Workload(folder, name, precision)
    serve("NumPy", np.__version__, Prediction(workload) if workload.predicts else Training(workload))


if __name__ == "__main__":
    main()
