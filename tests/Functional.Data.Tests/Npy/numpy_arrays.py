"""Holds NumPy's own files against ours: numpy_arrays.py check|write DIRECTORY."""
import os
import sys

import numpy as np

TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64"]
SHAPES = [(), (1,), (7,), (2, 3), (0, 4), (3, 1, 5), (2, 3, 2, 2)]


def expected(kind, shape):
    """The numbers 0, 1, 2, ... modulo 100, truth for every third."""
    count = int(np.prod(shape))
    numbers = np.arange(count) % 100
    return (numbers % 3 == 0 if kind == "bool" else numbers).astype(kind).reshape(shape)


def same(left, right):
    return left.dtype == right.dtype and left.shape == right.shape and np.array_equal(left, right)


def name(kind, shape):
    return f"{kind}_{'x'.join(map(str, shape)) or 'scalar'}"


directory = sys.argv[2]
if sys.argv[1] == "check":
    for kind in TYPES:
        for shape in SHAPES:
            loaded = np.load(os.path.join(directory, name(kind, shape) + ".npy"), allow_pickle=False)
            assert same(loaded, expected(kind, shape)), name(kind, shape)
    for archive in ["stored.npz", "deflated.npz"]:
        with np.load(os.path.join(directory, archive), allow_pickle=False) as arrays:
            assert sorted(arrays.files) == sorted(name(kind, shape) for kind in TYPES for shape in SHAPES)
            for kind in TYPES:
                for shape in SHAPES:
                    assert same(arrays[name(kind, shape)], expected(kind, shape)), (archive, kind, shape)
else:
    arrays = {}
    for kind in TYPES:
        for shape in SHAPES:
            array = expected(kind, shape)
            arrays[name(kind, shape)] = array
            np.save(os.path.join(directory, name(kind, shape) + ".npy"), array)
            np.save(os.path.join(directory, name(kind, shape) + "_fortran.npy"), np.array(array, order="F"))
            np.save(os.path.join(directory, name(kind, shape) + "_big.npy"), array.astype(array.dtype.newbyteorder(">")))
            for version in [(2, 0), (3, 0)]:
                with open(os.path.join(directory, f"{name(kind, shape)}_v{version[0]}.npy"), "wb") as file:
                    np.lib.format.write_array(file, array, version=version)
    np.savez(os.path.join(directory, "stored.npz"), **arrays)
    np.savez_compressed(os.path.join(directory, "deflated.npz"), **arrays)
    np.save(os.path.join(directory, "objects.npy"), np.array([{}, None], dtype=object), allow_pickle=True)
print("ok")
