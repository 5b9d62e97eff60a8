namespace Functional.Experiments.Tests.Onnx;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Google.Protobuf;

/// <summary>The fields of a message of protocol buffers, read back without knowing what they mean.</summary>
internal sealed class ProtobufFields
{
    private readonly List<(int Number, object Value)> fields = [];

    public ProtobufFields(byte[] message)
    {
        var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            object value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => input.ReadInt64(),
                WireFormat.WireType.Fixed32 => input.ReadFloat(),
                WireFormat.WireType.LengthDelimited => input.ReadBytes().ToByteArray(),
                var other => throw new InvalidOperationException($"A field of type {other} at {input.Position}."),
            };
            fields.Add((WireFormat.GetTagFieldNumber(tag), value));
        }
    }

    public IEnumerable<int> Numbers => fields.Select(each => each.Number).Distinct().Order();

    public long Whole(int number) => Wholes(number).Single();

    public IEnumerable<long> Wholes(int number) => Of(number).Cast<long>();

    public float Single(int number) => (float)Of(number).Single();

    public string Text(int number) => Texts(number).Single();

    public IEnumerable<string> Texts(int number) => Of(number).Select(value => Encoding.UTF8.GetString((byte[])value));

    public byte[] Bytes(int number) => (byte[])Of(number).Single();

    public ProtobufFields Message(int number) => Messages(number).Single();

    public IEnumerable<ProtobufFields> Messages(int number) => Of(number).Select(value => new ProtobufFields((byte[])value));

    private IEnumerable<object> Of(int number) => fields.Where(field => field.Number == number).Select(field => field.Value);
}
