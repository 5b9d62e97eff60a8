namespace Functional.Cli;

using Functional.Experiments;
using LanguageExt;
using Command = System.CommandLine.Command;
using ParseResult = System.CommandLine.ParseResult;
using TextOption = System.CommandLine.Option<string?>;

/// <summary>The options of <c>export</c>.</summary>
internal sealed class ExportOptions
{
    private readonly TextOption model = Reading.Text("model", "FILE", "A network that train --save has saved. Required.");
    private readonly TextOption format = Reading.Text(
        "format",
        "NAME",
        "safetensors-torch: the parameters under PyTorch's names, for load_state_dict of an nn.Sequential; onnx: the network itself, scaling and probabilities included; npz: the parameters as NumPy arrays. Required.");

    private readonly TextOption output = Reading.Text("output", "FILE", "Where to write. Required.");

    public ExportOptions() => Command = new("export", "Write a saved network in a form that other programs take.") { model, format, output };

    public Command Command { get; }

    /// <summary>The settings, or everything that is wrong with the options.</summary>
    public Validation<SettingFault, ExportSettings> Read(ParseResult parsed)
    {
        var tokens = Reading.OfTokens(parsed);
        var words = tokens.IsEmpty ? Prelude.Success<SettingFault, Unit>(Unit.Default) : Validation<SettingFault, Unit>.Fail(tokens);
        return (words,
                Reading.Required(parsed, tokens, model, string.Empty, "the file of a saved network, as train --save writes it", text => Reading.Path("model", text, "the file of a saved network")),
                Reading.Required(parsed, tokens, format, default, ExportFormats.Names.Alternatives, ExportFormats.Names.Parse),
                Reading.Required(parsed, tokens, output, string.Empty, "the name of a file to write", text => Reading.Path("output", text, "the name of a file to write")))
            .Apply((_, from, form, to) => new ExportSettings(from, form, to));
    }
}
