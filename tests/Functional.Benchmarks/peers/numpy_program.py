"""A whole program in NumPy: numpy_program.py DIRECTORY float32|float64 EPOCHS THREADS. The environment sets the threads.

Reads MNIST, trains 784-50-10 with ReLU, softmax cross-entropy and gradient descent, and tells the accuracies after each epoch.
"""

import json
import sys

import numpy as np

import mnist
from numpy_network import Network

SIZES = [784, 50, 10]
BATCH = 100
RATE = 0.1
SEED = 7


class Plan:
    """What Network asks for."""

    def __init__(self, precision):
        self.dtype = np.dtype(precision)
        self.sizes = SIZES
        self.hidden, self.output = "relu", "identity"
        self.loss = "softmax cross-entropy"
        self.optimiser, self.rate = "sgd", RATE

    def parameters(self):
        """Weights of the scale that suits ReLU (K. He et al. 2015), and biases of 0."""
        random = np.random.default_rng(SEED)
        return [
            ((random.standard_normal((inputs, outputs)) * (2 / inputs) ** 0.5).astype(self.dtype), np.zeros(outputs, self.dtype))
            for inputs, outputs in zip(SIZES[:-1], SIZES[1:])
        ]


def main():
    """Runs the program."""
    directory, precision, epochs = sys.argv[1], sys.argv[2], int(sys.argv[3])
    train, train_labels, test, test_labels = mnist.load(directory, precision)
    network = Network(Plan(precision))
    random = np.random.default_rng(SEED)
    buffer = np.empty((BATCH, SIZES[0]), train.dtype)
    test_accuracy = 0.0
    for epoch in range(1, epochs + 1):
        order = random.permutation(len(train))
        loss = 0.0
        for start in range(0, len(train), BATCH):
            chosen = order[start : start + BATCH]
            inputs = train.take(chosen, axis=0, out=buffer[: len(chosen)], mode="clip")
            loss += network.step(inputs, train_labels.take(chosen))
        train_accuracy = accuracy(network, train, train_labels)
        test_accuracy = accuracy(network, test, test_labels)
        print("epoch %d: mean loss %.4f, accuracy %.4f, on test samples %.4f" % (epoch, loss * BATCH / len(train), train_accuracy, test_accuracy))
    print(json.dumps({"version": np.__version__, "testAccuracy": test_accuracy}))


def accuracy(network, samples, labels):
    """The share of samples whose largest output is at their class."""
    return float(np.mean(network.predict(samples).argmax(axis=1) == labels))


if __name__ == "__main__":
    main()
