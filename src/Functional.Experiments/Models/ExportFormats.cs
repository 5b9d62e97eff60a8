namespace Functional.Experiments;

using System;
using Functional.Data;
using LanguageExt;

/// <summary>Hands trained networks on to other programs.</summary>
public static class ExportFormats
{
    /// <summary>The names of the formats.</summary>
    public static NameTable<ExportFormat> Names { get; } = new(
        "format",
        ("safetensors-torch", ExportFormat.SafetensorsTorch),
        ("onnx", ExportFormat.Onnx),
        ("npz", ExportFormat.Npz));

    /// <summary>Saves a model in a format; an existing file is replaced, whole or not at all.</summary>
    /// <param name="format">The format.</param>
    /// <param name="path">The file.</param>
    /// <param name="model">The model.</param>
    /// <returns>Nothing, or why not: a layer that the format has no form for, or a file that cannot be written.</returns>
    public static Either<DataFault, Unit> Save(this ExportFormat format, string path, Model model)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(model);
        return format switch
        {
            ExportFormat.SafetensorsTorch => TorchFile.Save(path, model),
            ExportFormat.Onnx => OnnxFile.Save(path, model),
            ExportFormat.Npz => ParameterArchive.Save(path, model),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
        };
    }
}
