namespace Functional.Experiments;

/// <summary>What a row of the laboratory needs of the world: to be killed, and helpers of its own.</summary>
internal interface ILabHost
{
    /// <summary>Ends this process at once, as if somebody had killed it.</summary>
    void Kill();

    /// <summary>Someone who carries grains.</summary>
    /// <typeparam name="T">The element, <see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="experiment">The experiment whose grains they are.</param>
    /// <param name="inputs">The number of features.</param>
    /// <param name="outputs">The number of outputs.</param>
    LabHelper<T> Helper<T>(Experiment experiment, int inputs, int outputs)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>;
}
