"""NumPy's matrix product: gemm_peer.py KIND:OUTPUTSxINPUTSxSAMPLES float32|float64 THREADS. The environment sets the threads.

Samples are rows: X [samples x inputs], W [inputs x outputs], D [samples x outputs].
"""

import sys

import numpy as np

from protocol import serve


class Product:
    """One product, again and again, into an array that is made once."""

    def __init__(self, subject, dtype):
        kind, shape = subject.split(":")
        outputs, inputs, samples = (int(size) for size in shape.split("x"))
        weights, values, slopes = filled(inputs, outputs, dtype), filled(samples, inputs, dtype), filled(samples, outputs, dtype)
        self.left, self.right = {
            "forward": (values, weights),
            "weight-gradient": (values.T, slopes),
            "input-gradient": (slopes, weights.T),
        }[kind]
        self.result = np.empty((self.left.shape[0], self.right.shape[1]), dtype)

    def verify(self):
        """The mean squares of all of the result, of its first row and of its last."""
        squares = np.square(np.dot(self.left, self.right, out=self.result), dtype=np.float64)
        return [squares.mean(), squares[0].mean(), squares[-1].mean()]

    def run(self, steps):
        """So many products; a number of the last."""
        left, right, result = self.left, self.right, self.result
        for _ in range(steps):
            np.dot(left, right, out=result)
        return result[0, 0]


def filled(rows, columns, dtype):
    """Numbers between -0.5 and 0.5 with 24 bits, the same for all contenders."""
    numbers = np.arange(rows * columns, dtype=np.uint32) * np.uint32(2654435761) >> np.uint32(8)
    return (numbers / 2**24 - 0.5).astype(dtype).reshape(rows, columns)


def main():
    """Serves one product."""
    serve("NumPy", np.__version__, Product(sys.argv[1], np.dtype(sys.argv[2])))


if __name__ == "__main__":
    main()
