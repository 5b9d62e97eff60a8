namespace Functional.Experiments;

/// <summary>A form in which other programs take a trained network.</summary>
public enum ExportFormat
{
    /// <summary>Parameters in PyTorch's names and shapes, as <see cref="TorchFile"/> writes them.</summary>
    SafetensorsTorch = 0,

    /// <summary>The network itself, to be run elsewhere, as <see cref="OnnxFile"/> writes it.</summary>
    Onnx = 1,

    /// <summary>Parameters as NumPy arrays, as <see cref="ParameterArchive"/> writes them.</summary>
    Npz = 2,
}
