"""PyTorch in the comparison: torch_peer.py WORKLOAD float32|float64 FOLDER THREADS."""

import sys

import torch
from torch import nn
from torch.nn import functional as F

from protocol import serve
from workload import Workload

SEED = 7


def network(workload):
    """The network with its initial parameters."""
    activations = {"relu": lambda: nn.ReLU(inplace=True), "sigmoid": nn.Sigmoid, "identity": None}
    kinds = [workload.hidden] * (len(workload.sizes) - 2) + [workload.output]
    parts = []
    for (weights, bias), kind in zip(workload.parameters(), kinds):
        linear = nn.Linear(*weights.shape)
        linear.weight = nn.Parameter(torch.from_numpy(weights.T.copy()))
        linear.bias = nn.Parameter(torch.from_numpy(bias.copy()))
        parts.append(linear)
        if activations[kind] is not None:
            parts.append(activations[kind]())
    return nn.Sequential(*parts)


def half_squared_error(outputs, values):
    """Half the sum over the outputs, the mean over the samples."""
    return F.mse_loss(outputs, values, reduction="sum") / (2 * len(outputs))


class Training:
    """Steps of training without end."""

    def __init__(self, workload):
        self.workload = workload
        self.features = torch.from_numpy(workload.features())
        self.targets = torch.from_numpy(workload.targets())
        if workload.loss == "sigmoid cross-entropy":
            self.targets = F.one_hot(self.targets, workload.sizes[-1]).to(self.features.dtype)
        self.loss = {
            "softmax cross-entropy": F.cross_entropy,
            "sigmoid cross-entropy": F.binary_cross_entropy_with_logits,
            "mean squared error": F.mse_loss,
            "half squared error": half_squared_error,
        }[workload.loss]
        self.step = None
        self.batches = self.shuffled() if workload.shuffled else self.full()

    def verify(self):
        """The losses of the first steps from the initial parameters."""
        step = self.stepping()
        if not self.workload.shuffled:
            return [step(self.features, self.targets) for _ in self.workload.first_batches()]
        return [step(self.features[chosen], self.targets[chosen]) for chosen in self.workload.first_batches()]

    def run(self, steps):
        """So many steps; the last loss."""
        if self.step is None:
            self.step = self.stepping()
        step, batches, loss = self.step, self.batches, 0.0
        for _ in range(steps):
            inputs, targets = next(batches)
            loss = step(inputs, targets)
        return loss

    def stepping(self):
        """The function that makes one step and returns its loss, with a network and an optimiser of its own."""
        model = network(self.workload)
        measure = self.loss
        # The variants over lists of tensors are the faster ones for Adam on these networks, the loops over tensors for gradient descent.
        if self.workload.optimiser == "adam":
            optimiser = torch.optim.Adam(model.parameters(), lr=self.workload.rate, foreach=True)
        else:
            optimiser = torch.optim.SGD(model.parameters(), lr=self.workload.rate, foreach=False)

        def step(inputs, targets):
            optimiser.zero_grad(set_to_none=True)
            loss = measure(model(inputs), targets)
            loss.backward()
            optimiser.step()
            return loss.item()

        return step

    def full(self):
        """All samples in every step."""
        while True:
            yield self.features, self.targets

    def shuffled(self):
        """A fresh order of all samples each epoch; each batch is gathered by index into a tensor that is made once."""
        features, targets, size = self.features, self.targets, self.workload.batch
        generator = torch.Generator().manual_seed(SEED)
        buffer = torch.empty(size, features.shape[1], dtype=features.dtype)
        while True:
            for chosen in torch.randperm(len(features), generator=generator).split(size):
                inputs = torch.index_select(features, 0, chosen, out=buffer[: len(chosen)])
                yield inputs, targets.index_select(0, chosen)


class Prediction:
    """The outputs for one sample, again and again."""

    def __init__(self, workload):
        self.samples = torch.from_numpy(workload.features()[: len(workload.first_batches())].copy())
        self.model = network(workload).eval()

    def verify(self):
        """The largest output of the first samples."""
        with torch.inference_mode():
            return [self.model(sample).max().item() for sample in self.samples]

    def run(self, steps):
        """So many predictions; the largest output of the last."""
        model, sample, outputs = self.model, self.samples[0], None
        with torch.inference_mode():
            for _ in range(steps):
                outputs = model(sample)
        return outputs.max().item()


def main():
    """Serves one workload."""
    name, precision, folder, threads = sys.argv[1:5]
    torch.set_num_threads(int(threads))
    workload = Workload(folder, name, precision)
    serve("PyTorch", torch.__version__, Prediction(workload) if workload.predicts else Training(workload))


if __name__ == "__main__":
    main()
