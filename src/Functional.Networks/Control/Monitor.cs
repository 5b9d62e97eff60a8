namespace Functional.Networks;

/// <summary>The figure by which progress is judged.</summary>
public enum Monitor
{
    /// <summary>The loss: the smaller, the better.</summary>
    Loss = 0,

    /// <summary>The accuracy: the larger, the better.</summary>
    Accuracy = 1,
}
