namespace Functional.Experiments;

using LanguageExt;

/// <summary>How sources of data stand in documents.</summary>
internal static class DataForms
{
    /// <summary>Where samples come from.</summary>
    public static Form<DataSource> Source { get; } = new UnionForm<DataSource>(
        ArchitectureForms.Plain<DataSource>("digits", "The handwritten digits of 8 × 8 pixels that are a part of the program.", new DataSource.EmbeddedDigits()),
        ArchitectureForms.Case<DataSource, string>(
            "mnist",
            "A directory with four files that are named as those of MNIST.",
            string.Empty,
            path => new DataSource.MnistDirectory(path),
            own => own is DataSource.MnistDirectory directory ? directory.Path : Option<string>.None,
            new Member<string, string>(new TextForm("the path of a directory"), own => own, (_, value) => value)
            {
                Name = "path",
                Description = "The directory, seen from where the program is started.",
                IsRequired = true,
            }),
        ArchitectureForms.Case<DataSource, string>(
            "npz",
            "An archive of NumPy arrays x_train, y_train, x_test and y_test.",
            string.Empty,
            path => new DataSource.NpzFile(path),
            own => own is DataSource.NpzFile archive ? archive.Path : Option<string>.None,
            new Member<string, string>(new TextForm("the path of an .npz file"), own => own, (_, value) => value)
            {
                Name = "path",
                Description = "The file, seen from where the program is started.",
                IsRequired = true,
            }));
}
