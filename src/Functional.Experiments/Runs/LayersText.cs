namespace Functional.Experiments;

using System.Linq;
using System.Text;
using Functional.Networks;
using LanguageExt;

/// <summary>What was measured of layers as JSON lines, every number with all its digits.</summary>
internal static class LayersText
{
    /// <summary>A measurement as a JSON object on a line.</summary>
    /// <param name="figures">The measurement.</param>
    public static string Line(NetworkFigures figures) => $"{RunForms.Layers.Write(figures).ToJsonString()}\n";

    /// <summary>Whether all numbers are finite, as JSON needs them.</summary>
    /// <param name="figures">The measurement.</param>
    public static bool CanStand(NetworkFigures figures) => double.IsFinite(figures.Loss) && figures.Layers.ForAll(layer =>
        new[] { layer.Output, layer.OutputGradient, layer.DeadShare, layer.SaturatedShare, layer.Weights, layer.WeightGradient, layer.Update }.All(number => double.IsFinite(number ?? 0)));

    /// <summary>The measurements of JSON lines. A last line without its end, as a process leaves it that is killed, does not count.</summary>
    /// <param name="text">The lines.</param>
    /// <returns>The measurements, or the first line that is wrong.</returns>
    public static Either<Mismatch, Seq<NetworkFigures>> Parse(string text)
    {
        var lines = text.Split('\n');
        var all = new NetworkFigures[lines.Length - 1];
        for (var number = 0; number < all.Length; number++)
        {
            var read = DocumentParser.Parse(Encoding.UTF8.GetBytes(lines[number]))
                .ToValidation()
                .Bind(node => RunForms.Layers.Read(node, new NetworkFigures(0, 0, Seq<LayerFigures>.Empty)));
            var fault = read.Match(Succ: own => Assign(own), Fail: faults => faults.First().Message);
            if (fault is { Length: > 0 })
            {
                return new Mismatch($"line {number + 1}: {fault.TrimEnd('.')}", "what was measured of layers");
            }

            string Assign(NetworkFigures own)
            {
                all[number] = own;
                return number > 0 && own.Layers.Count != all[0].Layers.Count ? $"{own.Layers.Count} layers; expected {all[0].Layers.Count} as on line 1."
                    : number > 0 && own.Step <= all[number - 1].Step ? $"step {own.Step}; expected one behind step {all[number - 1].Step}."
                    : string.Empty;
            }
        }

        return all.ToSeq().Strict();
    }
}
