namespace Functional.Experiments;

using Functional.Data;
using Functional.Numerics;
using LanguageExt;

/// <summary>What a report tells of a run: one that is finished, or stopped, diverged or still going on. <see cref="HtmlReport"/> makes a page of it.</summary>
public sealed record RunReport
{
    private RunReport(string name, RunRecord record, Option<Model> model, Option<DataParts> data, Option<TestResult> test, Seq<string> remarks) =>
        (Name, Record, Model, Data, Test, Remarks) = (name, record, model, data, test, remarks);

    /// <summary>What the run is called.</summary>
    public string Name { get; }

    /// <summary>What was recorded of the run.</summary>
    public RunRecord Record { get; }

    /// <summary>The network that is the result; none where there is no result yet.</summary>
    public Option<Model> Model { get; }

    /// <summary>The samples in their parts; none where they are not at hand.</summary>
    public Option<DataParts> Data { get; }

    /// <summary>What the network makes of the samples to test with; none where there is no network, or no samples.</summary>
    public Option<TestResult> Test { get; }

    /// <summary>What the report lacks and why, in sentences.</summary>
    public Seq<string> Remarks { get; }

    /// <summary>Whether values are predicted and no classes, as far as the network or the samples tell.</summary>
    public bool PredictsValues => Model.Exists(own => own.Description.Outputs == OutputMeaning.Values) || Data.Exists(own => own.Test.Labels is ValueLabels);

    /// <summary>What was measured of the layers, with the losses of all epochs; none where nothing was measured.</summary>
    public Option<LayerDiagnosis> Diagnosis
    {
        get
        {
            if (Record.Layers.IsEmpty)
            {
                return Option<LayerDiagnosis>.None;
            }

            // Layers are measured at the beginning and behind every epoch.
            var steps = Record.Layers.Count > 1 ? Record.Layers[1].Step - Record.Layers[0].Step : 1;
            return new LayerDiagnosis(new(
                Record.Layers,
                Record.Epochs.Map(epoch => new Networks.CurvePoint(epoch.Epoch * steps, epoch.Loss, epoch.Validation?.Loss)).Strict()));
        }
    }

    /// <summary>The report of a run: a function of what was recorded, the network and the samples.</summary>
    /// <param name="name">What the run is called.</param>
    /// <param name="record">What was recorded of the run.</param>
    /// <param name="model">The network that is the result, where there is one.</param>
    /// <param name="split">The samples that the run was carried out on, where they are at hand.</param>
    /// <param name="remarks">What is not at hand and why, in sentences.</param>
    /// <param name="execution">How to compute what the network makes of the samples; sequentially when left out. It changes no bit.</param>
    public static RunReport Of(string name, RunRecord record, Option<Model> model, Option<DataSplit> split, Seq<string> remarks, Execution? execution = null)
    {
        Given.NoNulls(remarks);
        System.ArgumentNullException.ThrowIfNull(name);
        System.ArgumentNullException.ThrowIfNull(record);
        var judged = model.Bind(network => split.Map(samples => TestResult.Of(network, samples.Test, execution)));
        var fitting = split.Filter(samples => record.Experiment.For(samples).IsSuccess);
        return new(
            name,
            record,
            model,
            fitting.Map(record.Experiment.Parts),
            judged.Bind(own => own.Match(Right: Prelude.Some, Left: _ => Option<TestResult>.None)),
            remarks.Concat(judged.Bind(own => own.Match(Right: _ => Option<string>.None, Left: Prelude.Some)).ToSeq()).Strict());
    }
}
