"""A whole program in PyTorch: torch_program.py DIRECTORY float32|float64 EPOCHS THREADS.

Reads MNIST, trains 784-50-10 with ReLU, softmax cross-entropy and gradient descent, and tells the accuracies after each epoch.
"""

import json
import sys

import torch
from torch import nn
from torch.nn import functional as F

import mnist

SIZES = [784, 50, 10]
BATCH = 100
RATE = 0.1
SEED = 7


def main():
    """Runs the program."""
    directory, precision, epochs, threads = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    torch.set_num_threads(threads)
    torch.manual_seed(SEED)
    train, train_labels, test, test_labels = [torch.from_numpy(part) for part in mnist.load(directory, precision)]
    model = nn.Sequential(nn.Linear(SIZES[0], SIZES[1]), nn.ReLU(inplace=True), nn.Linear(SIZES[1], SIZES[2])).to(train.dtype)
    optimiser = torch.optim.SGD(model.parameters(), lr=RATE, foreach=False)
    buffer = torch.empty(BATCH, SIZES[0], dtype=train.dtype)
    test_accuracy = 0.0
    for epoch in range(1, epochs + 1):
        total = 0.0
        for chosen in torch.randperm(len(train)).split(BATCH):
            inputs = torch.index_select(train, 0, chosen, out=buffer[: len(chosen)])
            optimiser.zero_grad(set_to_none=True)
            loss = F.cross_entropy(model(inputs), train_labels.index_select(0, chosen))
            loss.backward()
            optimiser.step()
            total += loss.item()
        train_accuracy = accuracy(model, train, train_labels)
        test_accuracy = accuracy(model, test, test_labels)
        print("epoch %d: mean loss %.4f, accuracy %.4f, on test samples %.4f" % (epoch, total * BATCH / len(train), train_accuracy, test_accuracy))
    print(json.dumps({"version": torch.__version__, "testAccuracy": test_accuracy}))


@torch.inference_mode()
def accuracy(model, samples, labels):
    """The share of samples whose largest output is at their class."""
    return (model(samples).argmax(dim=1) == labels).double().mean().item()


if __name__ == "__main__":
    main()
