namespace Functional.Experiments;

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;

/// <summary>The nodes and constants of an ONNX graph as they are added. The numbers of the fields are those of the format's public description, version 1 of the intermediate representation and later.</summary>
internal sealed class OnnxGraph
{
    /// <summary>The format's code for numbers in single precision.</summary>
    public const int SinglePrecision = 1;

    /// <summary>The format's code for numbers in double precision.</summary>
    public const int DoublePrecision = 11;

    private const int Integers = 7;
    private readonly List<byte[]> nodes = [];
    private readonly List<byte[]> constants = [];
    private int values;

    /// <summary>Adds a node with one output.</summary>
    /// <param name="type">The operator.</param>
    /// <param name="inputs">The names of its inputs.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The name of its output.</returns>
    public string Node(string type, string[] inputs, params (string Name, object Value)[] attributes) =>
        Node(type, inputs, string.Create(CultureInfo.InvariantCulture, $"value_{values++}"), attributes);

    /// <summary>Adds a node whose output has a name.</summary>
    public string Node(string type, string[] inputs, string output, params (string Name, object Value)[] attributes)
    {
        using var node = new OnnxMessage();
        foreach (var input in inputs)
        {
            node.Text(1, input);
        }

        node.Text(2, output);
        node.Text(3, string.Create(CultureInfo.InvariantCulture, $"{type}_{nodes.Count}"));
        node.Text(4, type);
        foreach (var (name, value) in attributes)
        {
            node.Bytes(5, Attribute(name, value));
        }

        nodes.Add(node.ToArray());
        return output;
    }

    /// <summary>Adds a constant in single precision.</summary>
    /// <param name="name">Its name; one is found where none is given.</param>
    /// <param name="shape">Its sizes; none for a single number.</param>
    /// <param name="numbers">Its numbers, the last dimension varying fastest.</param>
    /// <returns>Its name.</returns>
    public string Constant(string? name, long[] shape, params ReadOnlySpan<float> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), numbers[i]);
        }

        return Constant(name, SinglePrecision, shape, bytes);
    }

    /// <summary>Adds a constant in double precision.</summary>
    public string Doubles(long[] shape, params ReadOnlySpan<double> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(double)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), numbers[i]);
        }

        return Constant(null, DoublePrecision, shape, bytes);
    }

    /// <summary>Adds a list of whole numbers.</summary>
    public string Wholes(params ReadOnlySpan<long> numbers)
    {
        var bytes = new byte[numbers.Length * sizeof(long)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), numbers[i]);
        }

        return Constant(null, Integers, [numbers.Length], bytes);
    }

    /// <summary>The finished graph.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="input">The name and the size of its input [batch, size] in single precision.</param>
    /// <param name="outputs">The names and sizes of its outputs.</param>
    public byte[] ToArray(string name, (string Name, int Size) input, IEnumerable<(string Name, int Size)> outputs)
    {
        using var graph = new OnnxMessage();
        nodes.ForEach(node => graph.Bytes(1, node));
        graph.Text(2, name);
        constants.ForEach(constant => graph.Bytes(5, constant));
        graph.Bytes(11, Value(input));
        foreach (var output in outputs)
        {
            graph.Bytes(12, Value(output));
        }

        return graph.ToArray();
    }

    private string Constant(string? name, int type, long[] shape, byte[] bytes)
    {
        name ??= string.Create(CultureInfo.InvariantCulture, $"constant_{constants.Count}");
        using var tensor = new OnnxMessage();
        foreach (var size in shape)
        {
            tensor.Whole(1, size);
        }

        constants.Add(tensor.Whole(2, type).Text(8, name).Bytes(9, bytes).ToArray());
        return name;
    }

    private static byte[] Attribute(string name, object value)
    {
        const int Type = 20;
        using var attribute = new OnnxMessage();
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Single(2, number).Whole(Type, 1);
                break;
            case long whole:
                attribute.Whole(3, whole).Whole(Type, 2);
                break;
            case long[] wholes:
                foreach (var each in wholes)
                {
                    attribute.Whole(8, each);
                }

                attribute.Whole(Type, 7);
                break;
            default:
                throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value));
        }

        return attribute.ToArray();
    }

    /// <summary>An input or output: a tensor of any number of samples.</summary>
    private static byte[] Value((string Name, int Size) value)
    {
        using var samples = new OnnxMessage();
        using var features = new OnnxMessage();
        using var shape = new OnnxMessage();
        using var tensor = new OnnxMessage();
        using var type = new OnnxMessage();
        using var info = new OnnxMessage();
        shape.Bytes(1, samples.Text(2, "batch").ToArray()).Bytes(1, features.Whole(1, value.Size).ToArray());
        tensor.Whole(1, SinglePrecision).Bytes(2, shape.ToArray());
        return info.Text(1, value.Name).Bytes(2, type.Bytes(1, tensor.ToArray()).ToArray()).ToArray();
    }
}
