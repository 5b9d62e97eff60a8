namespace Functional.Experiments;

/// <summary>What a trained network's outputs say: of classes, or by themselves.</summary>
public enum OutputMeaning
{
    /// <summary>Logits of one softmax over the classes.</summary>
    Logits = 0,

    /// <summary>A logit for each class by itself.</summary>
    IndependentLogits = 1,

    /// <summary>A number for each class, near 1 where it is the sample's and near 0 where it is not.</summary>
    Scores = 2,

    /// <summary>Numbers to be predicted themselves (regression); there are no classes.</summary>
    Values = 3,
}
