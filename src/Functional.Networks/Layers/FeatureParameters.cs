namespace Functional.Networks;

using Functional.Numerics;

/// <summary>Parameters with one number for each feature.</summary>
internal static class FeatureParameters
{
    private const string ScaleName = "scale";
    private const string ShiftName = "shift";

    /// <summary>A normalisation's scale alone.</summary>
    public static Parameters<T> Scale<T>(MathNet.Numerics.LinearAlgebra.Vector<T> scale)
        where T : struct, IFloatingPointIeee754<T> => Parameters<T>.Of(new Parameter<T>(ScaleName, ParameterRole.Scale, scale.ToColumnMatrix()));

    /// <summary>A normalisation's scale and shift.</summary>
    public static Parameters<T> ScaleAndShift<T>(MathNet.Numerics.LinearAlgebra.Vector<T> scale, MathNet.Numerics.LinearAlgebra.Vector<T> shift)
        where T : struct, IFloatingPointIeee754<T> => Parameters<T>.Of(
            new Parameter<T>(ScaleName, ParameterRole.Scale, scale.ToColumnMatrix()),
            new Parameter<T>(ShiftName, ParameterRole.Bias, shift.ToColumnMatrix()));

    /// <summary>The numbers of the entry at a place.</summary>
    public static MathNet.Numerics.LinearAlgebra.Vector<T> At<T>(Parameters<T> parameters, int place)
        where T : struct, IFloatingPointIeee754<T> => Dense.Vector(parameters.Entries[place].Values.Numbers.ToArray());
}
