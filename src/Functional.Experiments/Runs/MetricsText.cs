namespace Functional.Experiments;

using System.Globalization;
using System.Linq;
using System.Text;
using LanguageExt;

/// <summary>The figures of epochs as text, CSV and JSON lines, every number with all its digits.</summary>
internal static class MetricsText
{
    /// <summary>The names of the columns, ended by a line feed.</summary>
    public const string Heads = "epoch,loss,trainAccuracy,validationLoss,validationAccuracy,testLoss,testAccuracy,learningRate\n";

    /// <summary>An epoch as a row of the table, ended by a line feed; what there is not is left empty.</summary>
    /// <param name="figures">The epoch.</param>
    public static string Row(EpochFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figures.Epoch},{figures.Loss:R},{figures.TrainAccuracy:R},{figures.Validation?.Loss:R},{figures.Validation?.Accuracy:R},{figures.TestLoss:R},{figures.TestAccuracy:R},{figures.LearningRate:R}\n");

    /// <summary>An epoch as a JSON object on a line.</summary>
    /// <param name="figures">The epoch.</param>
    public static string Line(EpochFigures figures) => $"{RunForms.Epoch.Write(figures).ToJsonString()}\n";

    /// <summary>The epochs of JSON lines. A last line without its end, as a process leaves it that is killed, does not count.</summary>
    /// <param name="text">The lines.</param>
    /// <returns>The epochs, or the first line that is wrong.</returns>
    public static Either<Mismatch, Seq<EpochFigures>> Parse(string text)
    {
        var lines = text.Split('\n');
        var epochs = new EpochFigures[lines.Length - 1];
        for (var number = 0; number < epochs.Length; number++)
        {
            var read = DocumentParser.Parse(Encoding.UTF8.GetBytes(lines[number]))
                .ToValidation()
                .Bind(node => RunForms.Epoch.Read(node, new EpochFigures(0, 0, 0, 0, 0, 0, null)));
            var fault = read.Match(Succ: own => Assign(own), Fail: faults => faults.First().Message);
            if (fault is { Length: > 0 })
            {
                return new Mismatch($"line {number + 1}: {fault.TrimEnd('.')}", "an epoch's figures");
            }

            string Assign(EpochFigures own)
            {
                epochs[number] = own;
                return own.Epoch == number + 1 ? string.Empty : $"epoch {own.Epoch}; expected {number + 1}.";
            }
        }

        return epochs.ToSeq().Strict();
    }
}
