namespace Functional.Experiments;

using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Functional.Data;
using Functional.Networks;
using Functional.Numerics.Expressions;
using LanguageExt;

/// <summary>Architectures as JSON text and back, without loss.</summary>
/// <remarks>
/// Every part is an object with its <c>type</c>: <c>{"type":"chain","parts":[{"type":"affine","outputs":50,"weights":{"type":"he-normal"},
/// "bias":{"type":"zeros"}},{"type":"leaky-relu","slope":0.01}]}</c>.
/// </remarks>
public static class ArchitectureJson
{
    private const int MaximumParts = 1 << 12;

    /// <summary>An architecture as JSON on one line.</summary>
    /// <param name="architecture">The architecture.</param>
    /// <exception cref="ArgumentException">Chains and residual blocks are nested too deep.</exception>
    public static string Write(Architecture architecture)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = Json.MaximumDepth }))
        {
            try
            {
                Write(writer, architecture);
            }
            catch (InvalidOperationException deep) when (writer.CurrentDepth >= Json.MaximumDepth - 1)
            {
                throw new ArgumentException($"The architecture is nested deeper than {Json.MaximumDepth} levels of JSON.", nameof(architecture), deep);
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The architecture of a JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What faults call the text.</param>
    /// <returns>The architecture, or the first thing that is wrong.</returns>
    public static Either<DataFault, Architecture> Read(string json, string source = "architecture")
    {
        ArgumentNullException.ThrowIfNull(source);
        return Parse(Given.NotNull(json)).MapLeft(mismatch => mismatch.In(source));
    }

    internal static Either<Mismatch, Architecture> Parse(string json) =>
        Json.Parse(Encoding.UTF8.GetBytes(json), "the architecture", root => Part(root, "the architecture"));

    private static void Write(Utf8JsonWriter writer, Architecture architecture)
    {
        writer.WriteStartObject();
        switch (architecture)
        {
            case Chain chain:
                writer.WriteString("type", "chain");
                writer.WriteStartArray("parts");
                chain.Parts.Iter(part => Write(writer, part));
                writer.WriteEndArray();
                break;
            case Residual residual:
                writer.WriteString("type", "residual");
                writer.WritePropertyName("inner");
                Write(writer, residual.Inner);
                break;
            case Affine affine:
                writer.WriteString("type", "affine");
                writer.WriteNumber("outputs", affine.Outputs);
                Write(writer, "weights", affine.Weights);
                Write(writer, "bias", affine.Bias);
                break;
            case BatchNormalisation batch:
                writer.WriteString("type", "batch-normalisation");
                writer.WriteNumber("momentum", batch.Momentum);
                writer.WriteNumber("epsilon", batch.Epsilon);
                Write(writer, "scale", batch.Scale);
                Write(writer, "shift", batch.Shift);
                break;
            case LayerNormalisation layer:
                writer.WriteString("type", "layer-normalisation");
                writer.WriteNumber("epsilon", layer.Epsilon);
                Write(writer, "scale", layer.Scale);
                Write(writer, "shift", layer.Shift);
                break;
            case RmsNormalisation rms:
                writer.WriteString("type", "rms-normalisation");
                writer.WriteNumber("epsilon", rms.Epsilon);
                Write(writer, "scale", rms.Scale);
                break;
            case Dropout dropout:
                writer.WriteString("type", "dropout");
                writer.WriteNumber("rate", dropout.Rate);
                break;
            case Maxout maxout:
                writer.WriteString("type", "maxout");
                writer.WriteNumber("pieces", maxout.Pieces);
                break;
            case ParametricRelu relu:
                writer.WriteString("type", "parametric-relu");
                Write(writer, "slope", relu.Slope);
                break;
            case Softmax:
                writer.WriteString("type", "softmax");
                break;
            case LeakyRelu leaky:
                writer.WriteString("type", "leaky-relu");
                writer.WriteNumber("slope", leaky.Slope);
                break;
            case Elu elu:
                writer.WriteString("type", "elu");
                writer.WriteNumber("alpha", elu.Alpha);
                break;
            case ExpressionActivation own:
                writer.WriteString("type", "expression");
                writer.WriteString("formula", $"{own.Expression}");
                break;
            case Activation activation:
                writer.WriteString("type", Names.Activations.NameOf(activation)
                    .IfNone(() => throw new ArgumentException($"There is no name for {activation.Title}.", nameof(architecture))));
                break;
            default:
                throw new ArgumentException($"There is no name for {architecture.GetType().Name}.", nameof(architecture));
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, Initialiser initialiser)
    {
        writer.WritePropertyName(name);
        writer.WriteStartObject();
        switch (initialiser)
        {
            case Constant constant:
                writer.WriteString("type", "constant");
                writer.WriteNumber("value", constant.Value);
                break;
            case Normal normal:
                writer.WriteString("type", "normal");
                writer.WriteNumber("deviation", normal.Deviation);
                break;
            case Uniform uniform:
                writer.WriteString("type", "uniform");
                writer.WriteNumber("range", uniform.Range);
                break;
            default:
                writer.WriteString("type", PlainInitialisers.NameOf(initialiser)
                    .IfNone(() => throw new ArgumentException($"There is no name for {initialiser.GetType().Name}.", nameof(initialiser))));
                break;
        }

        writer.WriteEndObject();
    }

    private static NameTable<Initialiser> PlainInitialisers { get; } = new(
        "initialiser",
        ("zeros", new Zeros()),
        ("he-normal", new HeNormal()),
        ("he-uniform", new HeUniform()),
        ("glorot-normal", new GlorotNormal()),
        ("glorot-uniform", new GlorotUniform()),
        ("lecun-normal", new LeCunNormal()));

    private static Either<Mismatch, Architecture> Part(JsonElement element, string what) =>
        Type(element, what).Bind(type => type switch
        {
            "chain" => Json.Object(element, what, "type", "parts")
                .Bind(members => Json.Array(members["parts"], $"{what}.parts", MaximumParts, Part))
                .Map<Architecture>(parts => new Chain(parts)),
            "residual" => Json.Object(element, what, "type", "inner")
                .Bind(members => Part(members["inner"], $"{what}.inner"))
                .Map<Architecture>(inner => new Residual(inner)),
            "affine" =>
                from members in Json.Object(element, what, "type", "outputs", "weights", "bias")
                from outputs in Json.Whole(members["outputs"], $"{what}.outputs", 1, int.MaxValue)
                from weights in ReadInitialiser(members["weights"], $"{what}.weights")
                from bias in ReadInitialiser(members["bias"], $"{what}.bias")
                select (Architecture)new Affine((int)outputs, weights, bias),
            "batch-normalisation" =>
                from members in Json.Object(element, what, "type", "momentum", "epsilon", "scale", "shift")
                from momentum in Json.Real(members["momentum"], $"{what}.momentum", "a number from 0 to 1", number => number is >= 0 and <= 1)
                from epsilon in Epsilon(members, what)
                from scale in ReadInitialiser(members["scale"], $"{what}.scale")
                from shift in ReadInitialiser(members["shift"], $"{what}.shift")
                select (Architecture)new BatchNormalisation(momentum, epsilon, scale, shift),
            "layer-normalisation" =>
                from members in Json.Object(element, what, "type", "epsilon", "scale", "shift")
                from epsilon in Epsilon(members, what)
                from scale in ReadInitialiser(members["scale"], $"{what}.scale")
                from shift in ReadInitialiser(members["shift"], $"{what}.shift")
                select (Architecture)new LayerNormalisation(epsilon, scale, shift),
            "rms-normalisation" =>
                from members in Json.Object(element, what, "type", "epsilon", "scale")
                from epsilon in Epsilon(members, what)
                from scale in ReadInitialiser(members["scale"], $"{what}.scale")
                select (Architecture)new RmsNormalisation(epsilon, scale),
            "dropout" => Numbered(element, what, "rate", "a number at least 0 and below 1", rate => rate is >= 0 and < 1).Map<Architecture>(rate => new Dropout(rate)),
            "maxout" => Json.Object(element, what, "type", "pieces")
                .Bind(members => Json.Whole(members["pieces"], $"{what}.pieces", 1, int.MaxValue))
                .Map<Architecture>(pieces => new Maxout((int)pieces)),
            "parametric-relu" => Json.Object(element, what, "type", "slope")
                .Bind(members => ReadInitialiser(members["slope"], $"{what}.slope"))
                .Map<Architecture>(slope => new ParametricRelu(slope)),
            "leaky-relu" => Numbered(element, what, "slope", "a finite number", _ => true).Map<Architecture>(slope => new LeakyRelu(slope)),
            "elu" => Numbered(element, what, "alpha", "a finite number", _ => true).Map<Architecture>(alpha => new Elu(alpha)),
            "expression" =>
                from members in Json.Object(element, what, "type", "formula")
                from formula in Json.Text(members["formula"], $"{what}.formula")
                from activation in ReadFormula(formula, $"{what}.formula")
                select (Architecture)activation,
            "softmax" => Json.Object(element, what, "type").Map<Architecture>(_ => new Softmax()),
            _ => Json.Object(element, what, "type").Bind(_ => Known(Names.Activations, type, what, Others).Map<Architecture>(known => known)),
        });

    private static Either<Mismatch, Initialiser> ReadInitialiser(JsonElement element, string what) =>
        Type(element, what).Bind(type => type switch
        {
            "constant" => Numbered(element, what, "value", "a finite number", _ => true).Map<Initialiser>(value => new Constant(value)),
            "normal" => Numbered(element, what, "deviation", NotNegative, IsNotNegative).Map<Initialiser>(deviation => new Normal(deviation)),
            "uniform" => Numbered(element, what, "range", NotNegative, IsNotNegative).Map<Initialiser>(range => new Uniform(range)),
            _ => Json.Object(element, what, "type").Bind(_ => Known(PlainInitialisers, type, what, "constant, normal or uniform")),
        });

    private const string Others =
        "chain, residual, affine, softmax, batch-normalisation, layer-normalisation, rms-normalisation, dropout, maxout, parametric-relu or expression";

    private static Either<Mismatch, ExpressionActivation> ReadFormula(string formula, string what) => Formula.Parse(formula).Match<Either<Mismatch, ExpressionActivation>>(
        expression => expression.Variables.Count == 1
            ? new ExpressionActivation(expression)
            : new Mismatch($"{what} has {(expression.Variables.Count == 0 ? "no variables" : $"the variables {string.Join(", ", expression.Variables)}")}", "a formula of one variable"),
        fault => new Mismatch($"character {fault.Position} of {what} is {fault.Found}", fault.Expected));

    private static Either<Mismatch, double> Epsilon(IReadOnlyDictionary<string, JsonElement> members, string what) =>
        Json.Real(members["epsilon"], $"{what}.epsilon", "a finite number above 0", number => number > 0);

    private const string NotNegative = "a finite number that is not negative";

    private static bool IsNotNegative(double number) => number >= 0;

    private static Either<Mismatch, string> Type(JsonElement element, string what) =>
        Json.Object(element, what).Bind(members => members.TryGetValue("type", out var type)
            ? Json.Text(type, $"{what}.type")
            : new Mismatch($"{what} has no 'type'", "a type for every part"));

    private static Either<Mismatch, double> Numbered(JsonElement element, string what, string member, string expected, Func<double, bool> isRight) =>
        Json.Object(element, what, "type", member).Bind(members => Json.Real(members[member], $"{what}.{member}", expected, isRight));

    private static Either<Mismatch, TValue> Known<TValue>(NameTable<TValue> table, string type, string what, string others) =>
        table.Entries.Find(entry => string.Equals(entry.Name, type, StringComparison.Ordinal))
            .Map(entry => entry.Value)
            .ToEither(() => new Mismatch($"{what}.type is '{Json.Shorten(type)}'", $"{string.Join(", ", table.Entries.Map(entry => entry.Name))}, {others}"));
}
