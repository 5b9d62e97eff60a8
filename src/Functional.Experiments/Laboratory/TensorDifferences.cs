namespace Functional.Experiments;

using Functional.Data;
using LanguageExt;

/// <summary>Compares files of tensors: models, checkpoints, and safetensors files of other programs.</summary>
public static class TensorDifferences
{
    /// <summary>Compares two files tensor by tensor, by their names, and their metadata.</summary>
    /// <param name="one">A file.</param>
    /// <param name="other">Another one.</param>
    /// <returns>How they differ, or why one of them cannot be read: not there, damaged, no numbers in single or double precision.</returns>
    public static Either<DataFault, TensorComparison> Of(string one, string other) =>
        from mine in TensorFile.Load(one)
        from its in TensorFile.Load(other)
        select TensorComparison.Of(mine.Tensors, its.Tensors, mine.Values, its.Values, mine.Titles);
}
