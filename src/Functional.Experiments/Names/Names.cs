namespace Functional.Experiments;

using Functional.Networks;

/// <summary>The names by which a user chooses the parts of an experiment.</summary>
public static class Names
{
    /// <summary>The activations of hidden layers, with their usual parameters.</summary>
    public static NameTable<Activation> Activations { get; } = new(
        "activation",
        ("relu", new Relu()),
        ("leaky-relu", new LeakyRelu()),
        ("elu", new Elu()),
        ("gelu", new Gelu()),
        ("silu", new Silu()),
        ("softplus", new Softplus()),
        ("tanh", new Tanh()),
        ("sigmoid", new Sigmoid()),
        ("identity", new Identity()));

    /// <summary>The losses, each the mean over a batch's samples.</summary>
    public static NameTable<Loss> Losses { get; } = new(
        "loss",
        ("softmax-cross-entropy", new SoftmaxCrossEntropy()),
        ("sigmoid-cross-entropy", new SigmoidCrossEntropy()),
        ("squared-error", new SquaredError()),
        ("half-squared-error", new SquaredError(half: true)),
        ("absolute-error", new AbsoluteError()),
        ("huber", new Huber()),
        ("softmax-focal", new SoftmaxFocal()),
        ("sigmoid-focal", new SigmoidFocal()),
        ("hinge", new Hinge()),
        ("squared-hinge", new Hinge(squared: true)),
        ("multiclass-hinge", new MulticlassHinge()),
        ("squared-multiclass-hinge", new MulticlassHinge(squared: true)));

    /// <summary>The optimisers.</summary>
    public static NameTable<Optimiser> Optimisers { get; } = new(
        "optimizer",
        ("sgd", Optimiser.Sgd),
        ("momentum", Optimiser.Momentum),
        ("nesterov", Optimiser.Nesterov),
        ("adagrad", Optimiser.AdaGrad),
        ("rmsprop", Optimiser.RmsProp),
        ("centred-rmsprop", Optimiser.CentredRmsProp),
        ("adam", Optimiser.Adam),
        ("amsgrad", Optimiser.AmsGrad),
        ("adamw", Optimiser.AdamW),
        ("nadam", Optimiser.NAdam),
        ("adamax", Optimiser.AdaMax),
        ("lion", Optimiser.Lion),
        ("lamb", Optimiser.Lamb));

    /// <summary>How classes are weighed: whether they are balanced.</summary>
    public static NameTable<bool> ClassWeights { get; } = new(
        "class-weights",
        ("balanced", true),
        ("none", false));

    /// <summary>The precisions.</summary>
    public static NameTable<Precision> Precisions { get; } = new(
        "precision",
        ("single", Precision.Single),
        ("double", Precision.Double));
}
