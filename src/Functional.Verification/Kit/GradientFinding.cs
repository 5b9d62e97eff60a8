namespace Functional.Verification;

using System;
using System.Globalization;
using System.Linq;
using Functional.Networks;

/// <summary>The gradient law with the derivative that is furthest off in words.</summary>
internal static class GradientFinding
{
    public static LawResult Of(Objective objective, Layer<double> network, Batch<double> batch, Pass pass, bool isSmooth)
    {
        var result = GradientLaws.Of(objective, network, batch, isSmooth, pass);
        return result.Verdict == Verdict.Fails ? LawResult.Failed($"{Worst(objective, network, batch, pass, isSmooth)}\n{result.Message}") : result;
    }

    private static string Worst(Objective objective, Layer<double> network, Batch<double> batch, Pass pass, bool isSmooth)
    {
        var components = GradientCheck.Components(objective, network, batch, pass);
        var kink = components.Filter(component => component.Numeric.IsKink).HeadOrNone();
        return components.Filter(component => !component.Numeric.IsKink).OrderByDescending(component => Math.Abs(component.Analytic - component.Numeric.Value)).Take(1)
            .Where(worst => !isSmooth || kink.IsNone || Math.Abs(worst.Analytic - worst.Numeric.Value) > worst.Numeric.Error)
            .Select(worst => string.Create(
                CultureInfo.InvariantCulture,
                $"{Place(worst)}: the backward pass gives {worst.Analytic:R}, numeric differentiation {worst.Numeric.Value:R} (error about {worst.Numeric.Error:E0})."))
            .Concat(kink.Map(at => $"{Place(at)}: the function has a kink there.").ToSeq())
            .First();
    }

    private static string Place(GradientComponent at) => string.Equals(at.Name, GradientCheck.Inputs, StringComparison.Ordinal)
        ? string.Create(CultureInfo.InvariantCulture, $"input [{at.Row}, {at.Column}], feature {at.Row} of sample {at.Column}")
        : string.Create(CultureInfo.InvariantCulture, $"parameter {at.Name} [{at.Row}, {at.Column}]");
}
