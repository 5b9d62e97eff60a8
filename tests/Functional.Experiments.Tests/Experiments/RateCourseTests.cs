namespace Functional.Experiments.Tests.Settings;

using Functional.Networks;
using Xunit;

public class RateCourseTests
{
    public static TheoryData<RateCourse, Schedule> Courses => new()
    {
        { new RateCourse.Constant(), new ConstantRate(0.3) },
        { new RateCourse.InverseTime(0.5), new InverseTimeDecay(0.3, 0.5, 7) },
        { new RateCourse.Step(2, 0.1), new StepDecay(0.3, 0.1, 14) },
        { new RateCourse.Exponential(0.9), new ExponentialDecay(0.3, 0.9, 7) },
        { new RateCourse.Linear(0.5), new LinearRate(0.3, 0.15, 35) },
        { new RateCourse.Cosine(0.5), new CosineDecay(0.3, 35, 0.15) },
        { new RateCourse.CosineRestarts(2, 3), new CosineRestarts(0.3, 14, 3) },
        { new RateCourse.OneCycle(0.4), new OneCycle(0.3, 35, 0.4) },
    };

    /// <summary>With 7 steps to an epoch and 5 epochs.</summary>
    [Theory]
    [MemberData(nameof(Courses))]
    public void Epochs_become_steps(RateCourse course, Schedule schedule) => Assert.Equal(schedule, course.Of(0.3, 7, 5));
}
