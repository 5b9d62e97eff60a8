namespace Functional.Experiments;

using System;
using System.IO;
using Google.Protobuf;

/// <summary>A message of protocol buffers that is put together field by field; a message within another is finished first.</summary>
internal sealed class OnnxMessage : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly CodedOutputStream output;

    public OnnxMessage() => output = new(bytes, leaveOpen: true);

    /// <summary>Adds a whole number.</summary>
    public OnnxMessage Whole(int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
        return this;
    }

    /// <summary>Adds a number in single precision.</summary>
    public OnnxMessage Single(int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
        return this;
    }

    /// <summary>Adds a text.</summary>
    public OnnxMessage Text(int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
        return this;
    }

    /// <summary>Adds bytes, which may be a finished message.</summary>
    public OnnxMessage Bytes(int field, byte[] value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
        return this;
    }

    /// <summary>The finished message.</summary>
    public byte[] ToArray()
    {
        output.Flush();
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        output.Dispose();
        bytes.Dispose();
    }
}
