"""Feed-forward networks in NumPy, written for speed.

Samples are rows. All parameters lie in one flat array and all gradients in another, of which weights and biases are views, so that
an update is two operations for the whole network. Every array that a step writes is made once for each size of batch; nothing is
allocated in a step but what NumPy's own functions need. Constants are arrays without dimensions in the network's precision: they keep
float32 arrays float32 and are quicker than Python's numbers, which NumPy would have to convert at every call.
"""

import numpy as np


class Network:
    """Affine layers with an activation behind each, trained in place."""

    def __init__(self, workload):
        self.dtype = workload.dtype
        self.sizes = workload.sizes
        self.activations = [workload.hidden] * (len(workload.sizes) - 2) + [workload.output]
        layers = workload.parameters()
        self.flat = np.concatenate([part.reshape(-1) for layer in layers for part in layer])
        self.flat_gradient = np.empty_like(self.flat)
        self.zero, self.one = np.zeros((), self.dtype), np.ones((), self.dtype)
        self.weights, self.biases = self._views(self.flat)
        self.weight_gradients, self.bias_gradients = self._views(self.flat_gradient)
        self.loss = {
            "softmax cross-entropy": softmax_cross_entropy,
            "sigmoid cross-entropy": sigmoid_cross_entropy,
            "mean squared error": mean_squared_error,
            "half squared error": half_squared_error,
        }[workload.loss]
        self.optimiser = Adam(self, workload.rate) if workload.optimiser == "adam" else Sgd(self, workload.rate)
        self.workspaces = {}

    def _views(self, flat):
        weights, biases, at = [], [], 0
        for inputs, outputs in zip(self.sizes[:-1], self.sizes[1:]):
            weights.append(flat[at : at + inputs * outputs].reshape(inputs, outputs))
            at += inputs * outputs
            biases.append(flat[at : at + outputs])
            at += outputs
        return weights, biases

    def workspace(self, samples):
        """The arrays for batches of a size."""
        if samples not in self.workspaces:
            self.workspaces[samples] = Workspace(self, samples)
        return self.workspaces[samples]

    def forward(self, inputs, layers):
        """The outputs for samples that are rows; layers tells of each layer its weights, bias, activation and the array for its outputs."""
        values, zero, one = inputs, self.zero, self.one
        for weights, bias, activation, outputs in layers:
            np.dot(values, weights, out=outputs)
            np.add(outputs, bias, out=outputs)
            if activation == "relu":
                np.maximum(outputs, zero, out=outputs)
            elif activation == "sigmoid":
                np.negative(outputs, out=outputs)
                np.exp(outputs, out=outputs)
                np.add(outputs, one, out=outputs)
                np.reciprocal(outputs, out=outputs)
            values = outputs
        return values

    def predict(self, inputs):
        """The outputs for any number of samples, in new arrays."""
        forwards = [(weights, bias, kind, np.empty((len(inputs), len(bias)), self.dtype)) for weights, bias, kind in zip(self.weights, self.biases, self.activations)]
        return self.forward(inputs, forwards)

    def step(self, inputs, targets):
        """One step of training: forward, loss, backward, update. Returns the loss."""
        space = self.workspace(len(inputs))
        loss = self.loss(self.forward(inputs, space.forwards), targets, space)
        zero, one, ones = self.zero, self.one, space.ones
        for outputs, slope, previous, weights, weight_gradient, bias_gradient, activation, mask in space.backwards:
            if activation == "relu":
                np.greater(outputs, zero, out=mask)
                np.multiply(slope, mask, out=slope)
            elif activation == "sigmoid":
                np.multiply(slope, outputs, out=slope)
                np.subtract(one, outputs, out=outputs)
                np.multiply(slope, outputs, out=slope)
            np.dot(ones, slope, out=bias_gradient)
            if previous is None:
                np.dot(inputs.T, slope, out=weight_gradient)
            else:
                before, before_slope = previous
                np.dot(before.T, slope, out=weight_gradient)
                np.dot(slope, weights.T, out=before_slope)
        self.optimiser.update()
        return loss


class Workspace:
    """The arrays that steps with one size of batch write, and what belongs together in the loops over layers."""

    def __init__(self, network, samples):
        dtype = network.dtype
        self.samples = samples
        self.ones = np.ones(samples, dtype)
        outputs = [np.empty((samples, size), dtype) for size in network.sizes[1:]]
        slopes = [np.empty_like(values) for values in outputs]
        masks = [np.empty(values.shape, bool) if kind == "relu" else None for values, kind in zip(outputs, network.activations)]
        # Biases as a matrix of one row: for a batch of one sample the shapes are then equal, which is NumPy's fast path.
        biases = [bias.reshape(1, -1) for bias in network.biases]
        self.forwards = list(zip(network.weights, biases, network.activations, outputs))
        previous = [None] + list(zip(outputs, slopes))[:-1]
        self.backwards = list(zip(outputs, slopes, previous, network.weights, network.weight_gradients, network.bias_gradients, network.activations, masks))[::-1]
        self.slope = slopes[-1]
        self.flat_slope = self.slope.reshape(-1)
        self.scratch = np.empty_like(self.slope)
        self.scratch_mask = np.empty(self.slope.shape, bool)
        self.column = np.empty((samples, 1), dtype)
        self.flat_column = self.column.reshape(-1)
        self.row_starts = np.arange(samples) * network.sizes[-1]
        self.ones_out = np.ones(network.sizes[-1], dtype)
        self.zero, self.one = network.zero, network.one
        self.count = np.array(samples, dtype)
        self.elements = np.array(self.slope.size, dtype)
        self.share = np.array(1 / samples, dtype)
        self.double_share = np.array(2 / self.slope.size, dtype)


def softmax_cross_entropy(outputs, classes, space):
    """The mean over the samples; leaves the slope of the outputs in the workspace. Changes the outputs."""
    slope, column, sums = space.slope, space.column, space.flat_column
    chosen = space.row_starts + classes
    np.maximum.reduce(outputs, axis=1, keepdims=True, out=column)
    np.subtract(outputs, column, out=outputs)
    np.exp(outputs, out=slope)
    np.dot(slope, space.ones_out, out=sums)
    picked = np.add.reduce(outputs.take(chosen))
    loss = float((np.add.reduce(np.log(sums)) - picked) / space.samples)
    np.multiply(sums, space.count, out=sums)
    np.divide(slope, column, out=slope)
    space.flat_slope[chosen] -= space.share
    return loss


def sigmoid_cross_entropy(outputs, classes, space):
    """The mean over samples and outputs, each output against 1 at the sample's class and 0 elsewhere. Changes the outputs."""
    slope, scratch, mask = space.slope, space.scratch, space.scratch_mask
    chosen = space.row_starts + classes
    count = outputs.size
    picked = np.add.reduce(outputs.take(chosen))
    np.greater(outputs, space.zero, out=mask)
    np.abs(outputs, out=slope)
    np.negative(slope, out=slope)
    np.exp(slope, out=slope)
    np.add(slope, space.one, out=scratch)
    np.multiply(outputs, mask, out=outputs)
    positive = np.add.reduce(outputs, axis=None)
    np.log(scratch, out=outputs)
    loss = float((positive - picked + np.add.reduce(outputs, axis=None)) / count)
    np.putmask(slope, mask, space.one)
    np.divide(slope, scratch, out=slope)
    space.flat_slope[chosen] -= space.one
    np.divide(slope, space.elements, out=slope)
    return loss


def mean_squared_error(outputs, values, space):
    """The mean over samples and outputs."""
    slope, flat = space.slope, space.flat_slope
    np.subtract(outputs, values, out=slope)
    loss = float(np.dot(flat, flat)) / flat.size
    np.multiply(slope, space.double_share, out=slope)
    return loss


def half_squared_error(outputs, values, space):
    """Half the sum over the outputs, the mean over the samples."""
    slope, flat = space.slope, space.flat_slope
    np.subtract(outputs, values, out=slope)
    loss = float(np.dot(flat, flat)) / (2 * space.samples)
    if space.samples > 1:
        np.divide(slope, space.count, out=slope)
    return loss


class Sgd:
    """Gradient descent."""

    def __init__(self, network, rate):
        self.flat, self.gradient, self.rate = network.flat, network.flat_gradient, np.array(rate, network.dtype)

    def update(self):
        """Moves the parameters; the gradient is used up."""
        np.multiply(self.gradient, self.rate, out=self.gradient)
        np.subtract(self.flat, self.gradient, out=self.flat)


class Adam:
    """Adam with the usual constants."""

    def __init__(self, network, rate, first_decay=0.9, second_decay=0.999, epsilon=1e-8):
        self.flat, self.gradient, self.rate = network.flat, network.flat_gradient, rate
        self.first_decay, self.second_decay, self.epsilon = first_decay, second_decay, epsilon
        self.first = np.zeros_like(self.flat)
        self.second = np.zeros_like(self.flat)
        self.scratch = np.empty_like(self.flat)
        self.steps = 0

    def update(self):
        """Moves the parameters; the gradient is used up."""
        first, second, gradient, scratch = self.first, self.second, self.gradient, self.scratch
        self.steps += 1
        np.multiply(first, self.first_decay, out=first)
        np.multiply(gradient, 1 - self.first_decay, out=scratch)
        np.add(first, scratch, out=first)
        np.multiply(second, self.second_decay, out=second)
        np.multiply(gradient, gradient, out=gradient)
        np.multiply(gradient, 1 - self.second_decay, out=gradient)
        np.add(second, gradient, out=second)
        # rate * m / c1 / (sqrt(v / c2) + e) = (rate * sqrt(c2) / c1) * m / (sqrt(v) + e * sqrt(c2))
        correction = (1 - self.second_decay**self.steps) ** 0.5
        np.sqrt(second, out=scratch)
        np.add(scratch, self.epsilon * correction, out=scratch)
        np.divide(first, scratch, out=scratch)
        np.multiply(scratch, self.rate * correction / (1 - self.first_decay**self.steps), out=scratch)
        np.subtract(self.flat, scratch, out=self.flat)
