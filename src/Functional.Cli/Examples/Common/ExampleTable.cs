namespace Functional.Cli.Examples;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>All examples, in the order in which one learns.</summary>
internal static class ExampleTable
{
    /// <summary>The examples; each is a file of its own beside this folder.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        new("chain-rule", "A sigmoid unit taken apart into elementary functions: local derivatives, and their product along each path.", ChainRule.Run),
        new("worked-example", "The 2-2-2 sigmoid network worked by hand: every value of the forward and backward pass with its formula.", WorkedExample.Run, "--quick"),
        new("hand-exercise", "δ of a network whose activations are given, and a binary cross-entropy whose gradient is checked.", HandExercise.Run, "--seed"),
        new("two-layer-net", "784-50-10: affine, ReLU, softmax-with-loss; a gradient check, then 10,000 batches of 100.", TwoLayerNet.Run, "--data", "--seed", "--quick"),
        new("sigmoid-softmax", "784-128-10, features × samples: full-batch descent with learning-rate decay, momentum and L2 to try.", SigmoidSoftmax.Run, "--data", "--seed", "--quick", "--learning-rate-decay", "--momentum", "--l2"),
        new("gradient-checking", "784-25-10 with sigmoid outputs and L2: gradient checking, descent, L-BFGS and conjugate gradient.", GradientChecking.Run, "--data", "--seed", "--quick"),
        new("deep-mlp", "5, 10 and 100 layers of ReLU on squared error: why tiny weights fail, and what works.", DeepMlp.Run, "--seed", "--quick"),
        new("optimisers", "SGD, momentum, Nesterov, AdaGrad, RMSProp and Adam side by side: their ways in a bowl, and their losses on digits.", SixOptimisers.Run, "--data", "--output", "--seed", "--quick"),
        new("initialisation", "What a network of five layers hands on when its weights begin with deviation 1, 0.01, or as Glorot and He say.", Initialisation.Run, "--data", "--output", "--seed", "--quick"),
        new("batch-size", "From one sample to all of them in a batch: loss against epochs and against updates.", BatchSize.Run, "--data", "--output", "--seed", "--quick"),
        new("regularisation", "300 samples learnt by heart, and what L2, dropout and batch normalisation do about it.", Regularisation.Run, "--data", "--output", "--seed", "--quick"),
        new("decision-boundaries", "What a small network makes of XOR, moons, circles and spirals.", DecisionBoundaries.Run, "--output", "--seed", "--quick"),
        new("loss-landscape", "The loss around a network, with the way that training went down.", LossLandscape.Run, "--data", "--output", "--seed", "--quick"),
        new("first-layer-weights", "What the first layer looks for, which classes are mixed up, and the worst mistakes.", FirstLayerWeights.Run, "--data", "--output", "--seed", "--quick"),
    ];

    /// <summary>The example of a name.</summary>
    /// <returns>The example; null where there is none.</returns>
    public static Example? Find(string name) => All.FirstOrDefault(example => string.Equals(example.Name, name, StringComparison.OrdinalIgnoreCase));
}
