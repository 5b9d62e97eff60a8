namespace Functional.Experiments;

using Functional.Data;
using LanguageExt;

/// <summary>Where samples come from: one of <see cref="EmbeddedDigits"/> and <see cref="MnistDirectory"/>.</summary>
public abstract record DataSource
{
    private DataSource()
    {
    }

    /// <summary>Reads the samples to train on and those to test with.</summary>
    /// <returns>Both parts, or everything that is wrong with the files.</returns>
    public abstract Validation<DataFault, DataSplit> Load();

    /// <summary>The handwritten digits of 8 × 8 pixels that are a part of the library.</summary>
    public sealed record EmbeddedDigits : DataSource
    {
        /// <inheritdoc/>
        public override Validation<DataFault, DataSplit> Load() => Prelude.Success<DataFault, DataSplit>(Digits.Load());

        /// <inheritdoc/>
        public override string ToString() => "digits";
    }

    /// <summary>A directory with four files that are named as those of MNIST.</summary>
    /// <param name="Path">The directory.</param>
    public sealed record MnistDirectory(string Path) : DataSource
    {
        /// <inheritdoc/>
        public override Validation<DataFault, DataSplit> Load() => MnistFiles.Load(Path);

        /// <inheritdoc/>
        public override string ToString() => Path;
    }
}
