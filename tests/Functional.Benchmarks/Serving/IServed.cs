namespace Functional.Benchmarks.Serving;

/// <summary>What a serving process is asked to do, again and again.</summary>
internal interface IServed
{
    /// <summary>Figures that all contenders must agree on, such as the losses of the first steps.</summary>
    double[] Verify();

    /// <summary>So many steps.</summary>
    /// <returns>The last loss, or another figure that depends on the last step.</returns>
    double Run(long steps);
}
