namespace Functional.Cli;

using System;
using System.Globalization;
using System.Linq;
using Functional.Data;
using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>import</c>.</summary>
internal sealed class ImportOptions
{
    private const int MaximumDimensions = 8;
    private readonly TextOption tensors = Reading.Text("tensors", "FILE", "A safetensors file with the state of an nn.Sequential under PyTorch's names: 0.weight, 0.bias, 1.running_mean and so on. Required.");
    private readonly TextOption like = Reading.Text("like", "MODEL", "A saved network of the same architecture, shape of samples, scaling and classes.");
    private readonly TextOption architecture = Reading.Text("architecture", "FILE", "The architecture as JSON, as model files tell it in their metadata. Needs --shape.");
    private readonly TextOption shape = Reading.Text("shape", "SIZES", "How a sample's features are arranged, such as 28,28 or 4. Goes with --architecture.");
    private readonly TextOption divisor = Reading.Text("divide-by", "NUMBER", "The number by which features are divided to become inputs, such as 255 for pixels (default: as they are). Goes with --architecture.");
    private readonly TextOption output = Reading.Text("output", "FILE", "Where to save the network, as a safetensors file of functional. Required.");

    public ImportOptions() => Command = new("import", "Take parameters from a file in PyTorch's convention.") { tensors, like, architecture, shape, divisor, output };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, ImportSettings> Read(ParseResult parsed)
    {
        var given = Reading.OfTokens(parsed);
        var words = given.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(given);
        var told = Given(architecture) || Given(shape) || Given(divisor);
        var together = Given(like) && told
            ? Fault("like", "--architecture, --shape or --divide-by besides", "either a network that it is like, or an architecture with its shape")
            : !Given(like) && !Given(architecture)
            ? Fault("architecture", "nothing", "the file of an architecture, or --like with a saved network")
            : !Given(like) && !Given(shape)
            ? Fault("shape", "nothing", "how a sample's features are arranged, such as 28,28")
            : Prelude.Success<SettingFault, Unit>(Unit.Default);
        var known = (Reading.Optional(parsed, like, text => Reading.Path("like", text, "the file of a saved network")),
                Reading.Optional(parsed, architecture, text => Reading.Path("architecture", text, "the file of an architecture")),
                Reading.Optional(parsed, shape, Shape),
                Reading.Optional(parsed, divisor, text => Reading.Number("divide-by", text, SettingRanges.Limit)))
            .Apply((other, structure, sizes, maximum) => (other, structure, sizes, maximum));
        return (words,
                together,
                Reading.Required(parsed, given, tensors, string.Empty, "a safetensors file in PyTorch's convention", text => Reading.Path("tensors", text, "a safetensors file in PyTorch's convention")),
                known,
                Reading.Required(parsed, given, output, string.Empty, "the name of a file to write", text => Reading.Path("output", text, "the name of a file to write")))
            .Apply((_, _, from, of, to) => new ImportSettings(
                from, of.other, of.structure, of.sizes, of.maximum.Match<Scaling>(Some: maximum => new Scaling.UnitInterval(maximum), None: () => new Scaling.None()), to));

        bool Given(TextOption option) => parsed.GetResult(option) is { Implicit: false };

        static Validation<SettingFault, Unit> Fault(string setting, string found, string expected) => Prelude.Fail<SettingFault, Unit>(new SettingFault(setting, found, expected));
    }

    private static Validation<SettingFault, SampleShape> Shape(string text)
    {
        var sizes = text.Split(',').Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0).ToArray();
        return sizes.Length <= MaximumDimensions && sizes.All(size => size > 0) && sizes.Aggregate(1L, (product, size) => Math.Min(product * size, int.MaxValue)) < int.MaxValue
            ? Prelude.Success<SettingFault, SampleShape>(new SampleShape([.. sizes]))
            : Reading.Fault<SampleShape>("shape", text, $"at most {MaximumDimensions} sizes, each at least 1, such as 28,28");
    }
}
