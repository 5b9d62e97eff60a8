namespace Functional.Experiments;

using Functional.Data;
using LanguageExt;

/// <summary>Where samples come from: one of <see cref="EmbeddedDigits"/>, <see cref="MnistDirectory"/> and <see cref="NpzFile"/>.</summary>
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
        /// <summary>The directory.</summary>
        public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

        /// <inheritdoc/>
        public override Validation<DataFault, DataSplit> Load() => MnistFiles.Load(Path);

        /// <inheritdoc/>
        public override string ToString() => Path;
    }

    /// <summary>An archive of NumPy arrays x_train, y_train, x_test and y_test.</summary>
    /// <param name="Path">The .npz file.</param>
    public sealed record NpzFile(string Path) : DataSource
    {
        /// <summary>The .npz file.</summary>
        public string Path { get; init => field = Given.NotNull(value); } = Given.NotNull(Path);

        /// <inheritdoc/>
        public override Validation<DataFault, DataSplit> Load() => NpyDataSets.LoadSplit(Path).Bind(split => split.Train.Labels is ClassLabels
            ? Prelude.Success<DataFault, DataSplit>(split)
            : Prelude.Fail<DataFault, DataSplit>(new DataFault(Path, "the labels are values", "classes: y_train and y_test of integers")));

        /// <inheritdoc/>
        public override string ToString() => Path;
    }
}
