namespace Functional.Networks.Tests.Transformations;

using System;
using System.Linq;
using Functional.Verification;
using Xunit;

/// <summary>All laws of an optimiser in few cases.</summary>
public sealed class OptimiserLawsTests
{
    private static readonly (string Name, Func<Schedule, GradientTransformation> Optimiser)[] Every =
    [
        ("SGD", rate => Optimisers.Sgd(rate)), ("momentum", rate => Optimisers.Momentum(rate)), ("Nesterov", rate => Optimisers.Nesterov(rate)),
        ("AdaGrad", rate => Optimisers.AdaGrad(rate)), ("RMSProp", rate => Optimisers.RmsProp(rate)), ("centred RMSProp", rate => Optimisers.CentredRmsProp(rate)),
        ("Adam", rate => Optimisers.Adam(rate)), ("AMSGrad", rate => Optimisers.AmsGrad(rate)), ("AdamW", rate => Optimisers.AdamW(rate, 0.1)),
        ("NAdam", rate => Optimisers.NAdam(rate)), ("AdaMax", rate => Optimisers.AdaMax(rate)), ("Lion", rate => Optimisers.Lion(rate, 0.1)), ("LAMB", rate => Optimisers.Lamb(rate, 0.1)),
    ];

    public static TheoryData<string> Names => [.. Every.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_law_holds_of_every_optimiser(string name) =>
        Verify.Optimiser(Every.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Optimiser, new() { Count = 3 });
}
