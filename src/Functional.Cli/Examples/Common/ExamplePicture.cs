namespace Functional.Cli.Examples;

/// <summary>A picture that an example has drawn.</summary>
/// <param name="FileName">The name of its file, such as "optimisers.svg".</param>
/// <param name="Text">The whole file.</param>
internal sealed record ExamplePicture(string FileName, string Text);
