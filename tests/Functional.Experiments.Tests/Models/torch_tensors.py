"""Another implementation of safetensors in PyTorch's convention, in NumPy alone; where PyTorch is at hand it takes part.

torch_tensors.py check DIRECTORY: parses ours.safetensors, runs the network on features.npy, compares with outputs.npy, writes the same tensors to theirs.safetensors.
torch_tensors.py write DIRECTORY: writes f32, f64, f16 and bf16.safetensors with the outputs for features.npy beside each.
"""
import json
import os
import struct
import sys

import numpy as np

try:
    import torch
except ImportError:
    torch = None

DIRECTORY = sys.argv[2]
TYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64}


def read(path, aligned=False):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        if entry["dtype"] == "BF16":
            values = (np.frombuffer(data[begin:end], np.uint16).astype(np.uint32) << 16).view(np.float32)
        else:
            assert not aligned or begin % np.dtype(TYPES[entry["dtype"]]).itemsize == 0, "not aligned"
            values = np.frombuffer(data[begin:end], TYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"])
    return metadata, tensors


def write(path, tensors, kind, metadata):
    header, blobs, place = ({"__metadata__": metadata} if metadata else {}), [], 0
    for name, values in tensors.items():
        own = "I64" if values.dtype == np.int64 else kind
        if own == "BF16":
            blob = (values.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16).tobytes()
        else:
            blob = np.ascontiguousarray(values, TYPES[own]).tobytes()
        header[name] = {"dtype": own, "shape": list(values.shape), "data_offsets": [place, place + len(blob)]}
        blobs.append(blob)
        place += len(blob)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def run(tensors, x):
    """Linear, BatchNorm1d, ReLU, LayerNorm, PReLU, Sequential(Linear, Tanh), Dropout, Linear, in inference."""
    t = {name: values.astype(np.float64) for name, values in tensors.items()}
    x = x.astype(np.float64) @ t["0.weight"].T + t["0.bias"]
    x = (x - t["1.running_mean"]) / np.sqrt(t["1.running_var"] + 1e-5) * t["1.weight"] + t["1.bias"]
    x = np.maximum(x, 0)
    x = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-5) * t["3.weight"] + t["3.bias"]
    x = np.where(x > 0, x, t["4.weight"] * x)
    x = np.tanh(x @ t["5.0.weight"].T + t["5.0.bias"])
    return x @ t["7.weight"].T + t["7.bias"]


def module():
    nn = torch.nn
    return nn.Sequential(
        nn.Linear(4, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.LayerNorm(6), nn.PReLU(6), nn.Sequential(nn.Linear(6, 6), nn.Tanh()), nn.Dropout(0.3), nn.Linear(6, 3)
    )


def load(name):
    return np.load(os.path.join(DIRECTORY, name))


if sys.argv[1] == "check":
    metadata, tensors = read(os.path.join(DIRECTORY, "ours.safetensors"), aligned=True)
    assert metadata == {"format": "pt"}, metadata
    features, outputs = load("features.npy"), load("outputs.npy")
    assert np.allclose(run(tensors, features), outputs, rtol=1e-5, atol=1e-5)
    if torch is not None:
        network = module().eval()
        network.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in tensors.items()}, strict=True)
        with torch.no_grad():
            assert np.allclose(network(torch.from_numpy(features)).numpy(), outputs, rtol=1e-5, atol=1e-5)
    write(os.path.join(DIRECTORY, "theirs.safetensors"), dict(reversed(tensors.items())), "F32", None)
else:
    generator = np.random.default_rng(5)
    if torch is not None:
        torch.manual_seed(5)
        network = module().train()
        for _ in range(5):
            network(torch.randn(16, 4))
        tensors = {name: values.detach().numpy() for name, values in network.state_dict().items()}
    else:
        shapes = {"0.weight": (6, 4), "0.bias": (6,), "1.weight": (6,), "1.bias": (6,), "1.running_mean": (6,), "1.running_var": (6,), "3.weight": (6,), "3.bias": (6,)}
        shapes.update({"4.weight": (6,), "5.0.weight": (6, 6), "5.0.bias": (6,), "7.weight": (3, 6), "7.bias": (3,)})
        tensors = {name: np.abs(generator.normal(size=shape)).astype(np.float32) for name, shape in shapes.items()}
        tensors["1.num_batches_tracked"] = np.array(5)
    features = generator.normal(size=(9, 4)).astype(np.float32)
    np.save(os.path.join(DIRECTORY, "features.npy"), features)
    for kind, metadata in [("F32", {"format": "pt"}), ("F64", None), ("F16", {"made by": "hand"}), ("BF16", None)]:
        path = os.path.join(DIRECTORY, kind.lower() + ".safetensors")
        write(path, tensors, kind, metadata)
        np.save(os.path.join(DIRECTORY, kind.lower() + ".npy"), run(read(path)[1], features))
print("NumPy and PyTorch" if torch is not None else "NumPy")
