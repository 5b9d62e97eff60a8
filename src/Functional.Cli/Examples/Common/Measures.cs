namespace Functional.Cli.Examples;

using System;
using System.Linq;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics;
using MathNet.Numerics.LinearAlgebra;

/// <summary>What examples measure.</summary>
internal static class Measures
{
    extension(Layer<double> network)
    {
        /// <summary>The share of samples that are classified rightly, from 0 to 1.</summary>
        public double AccuracyOn(DataSet set) => Evaluation<double>.Of(network, new SoftmaxCrossEntropy(), set.As<double>(), Execution.AllCores).Accuracy;
    }

    extension(Matrix<double> values)
    {
        /// <summary>The root mean square of all numbers; the largest one is taken out of the squares, lest they vanish before the numbers do.</summary>
        public double Size => values.Enumerate().Max(Math.Abs) is var most and > 0 ? most * Math.Sqrt(values.Enumerate().Average(value => value / most * (value / most))) : 0;
    }
}
