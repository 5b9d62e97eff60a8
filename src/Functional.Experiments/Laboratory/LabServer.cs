namespace Functional.Experiments;

using System;
using System.IO;
using System.Text;
using Functional.Data;
using Functional.Networks;
using LanguageExt;

/// <summary>A process of the laboratory: takes an order on one stream, carries it out, and writes the result on another one.</summary>
public static class LabServer
{
    /// <summary>The argument by which a process becomes one of the laboratory's.</summary>
    public const string Argument = "--serve";

    private const string HelperPrefix = "helper ";

    /// <summary>Carries out what the first line of a stream says.</summary>
    /// <param name="input">The order; for a helper with grains, messages follow it.</param>
    /// <param name="output">Takes the result, a line; or the answers to messages.</param>
    /// <param name="own">The command that helpers are started from.</param>
    /// <returns>Nothing, or why the order cannot be carried out.</returns>
    /// <exception cref="IOException">A stream fails, or a helper cannot be started.</exception>
    public static Either<DataFault, Unit> Run(Stream input, Stream output, LabProgram own)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(own);
        var line = ReadLine(input);
        return line.StartsWith(HelperPrefix, StringComparison.Ordinal)
            ? LabText.ReadOrder(line[HelperPrefix.Length..]).Bind(order => Help(order, input, output))
            : LabText.ReadOrder(line).Bind(order => Carry(order, new LabHost(own))).Map(result =>
            {
                output.Write(Encoding.UTF8.GetBytes($"{LabText.Write(result)}\n"));
                output.Flush();
                return Unit.Default;
            });
    }

    /// <summary>Carries an order out in this process, where helpers are objects and nobody is killed: an exception says where a process would be.</summary>
    /// <param name="order">The order.</param>
    /// <returns>The result, or why there is none.</returns>
    /// <exception cref="LabKilledException">The process would have been killed here; the same order, given again, goes on behind that.</exception>
    public static Either<DataFault, LabResult> Carry(LabOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Carry(order, new LabHere());
    }

    /// <summary>The line that makes a process carry grains of an experiment.</summary>
    internal static string HelperLine(Experiment experiment) => $"{HelperPrefix}{LabText.Write(new LabOrder(Prelude.Seq1(experiment)))}\n";

    private static Either<DataFault, LabResult> Carry(LabOrder order, ILabHost host)
    {
        using var culture = order.Culture.MatchUnsafe<IDisposable?>(Some: LabCultures.TakeOn, None: () => null);
        using var code = new CompiledCode();
        var threads = 1;
        return LabWork.Carry(order, host, () => threads = Math.Max(threads, LabFinding.ComputingThreads())).Map(runs => new LabResult(LabFinding.Of(order, threads, code.Kinds), runs));
    }

    private static Either<DataFault, Unit> Help(LabOrder order, Stream input, Stream output) => RunSide.Of("the experiment", order.Experiments[0]).Match(
        Succ: side =>
        {
            if (side.Experiment.Precision == Precision.Double)
            {
                Help<double>(side, input, output);
            }
            else
            {
                Help<float>(side, input, output);
            }

            return Prelude.Right<DataFault, Unit>(Unit.Default);
        },
        Fail: faults => faults[0]);

    private static void Help<T>(RunSide side, Stream input, Stream output)
        where T : struct, System.Numerics.IFloatingPointIeee754<T>
    {
        var (inputs, outputs) = (side.Split.Train.FeatureCount, side.Split.Train.OutputCount);
        using var buffered = new BufferedStream(output, 1 << 16);
        GrainServer.Run(
            LabHere.Worker<T>(side.Experiment, inputs, outputs),
            (Chain<T>)side.Experiment.Architecture(outputs).Initialise<T>(inputs, side.Experiment.InitialKey),
            input,
            buffered);
    }

    /// <summary>A line of UTF-8, read octet by octet: what follows it is not text.</summary>
    private static string ReadLine(Stream stream)
    {
        using var line = new MemoryStream();
        for (var octet = stream.ReadByte(); octet is >= 0 and not '\n'; octet = stream.ReadByte())
        {
            line.WriteByte((byte)octet);
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }
}
