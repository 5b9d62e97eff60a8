namespace Functional.Experiments.Tests.Naming;

using System;
using Xunit;

public class RateCourseTextTests
{
    public static TheoryData<string, RateCourse> Courses => new()
    {
        { "constant", new RateCourse.Constant() },
        { "inverse-time:0.25", new RateCourse.InverseTime(0.25) },
        { "step:7,0.3", new RateCourse.Step(7, 0.3) },
        { "step:7", new RateCourse.Step(7, 0.5) },
        { "step", new RateCourse.Step(10, 0.5) },
        { "exponential:0.9", new RateCourse.Exponential(0.9) },
        { "linear", new RateCourse.Linear(0) },
        { "linear:0.01", new RateCourse.Linear(0.01) },
        { "cosine", new RateCourse.Cosine(0) },
        { "cosine-restarts:3,2", new RateCourse.CosineRestarts(3, 2) },
        { "one-cycle:0.4", new RateCourse.OneCycle(0.4) },
    };

    [Theory]
    [MemberData(nameof(Courses))]
    public void A_text_becomes_its_course_and_back(string text, RateCourse course)
    {
        Assert.Equal(course, RateCourseText.Parse(text).Success());
        Assert.Equal(course, RateCourseText.Parse($" {text.ToUpperInvariant()} ").Success());
        Assert.Equal(text, RateCourseText.Write(course));
    }

    [Theory]
    [InlineData("wave", "step[:EPOCHS,FACTOR]")]
    [InlineData("", "constant")]
    [InlineData("constant:1", "without numbers")]
    [InlineData("step:0", "EPOCHS a whole number from 1")]
    [InlineData("step:1.5", "EPOCHS a whole number from 1")]
    [InlineData("step:10,0", "FACTOR above 0 and at most 1")]
    [InlineData("step:10,1.5", "FACTOR above 0 and at most 1")]
    [InlineData("step:10,0.5,3", "step[:EPOCHS,FACTOR]")]
    [InlineData("step:", "step[:EPOCHS,FACTOR]")]
    [InlineData("step:a", "step[:EPOCHS,FACTOR]")]
    [InlineData("inverse-time:-1", "DECAY finite and not negative")]
    [InlineData("exponential:2", "FACTOR above 0 and at most 1")]
    [InlineData("linear:1.1", "END from 0 to 1")]
    [InlineData("cosine:NaN", "END from 0 to 1")]
    [InlineData("cosine-restarts:5,0", "GROWTH a whole number from 1")]
    [InlineData("one-cycle:1", "RISE above 0 and below 1")]
    public void What_is_wrong_is_a_fault_that_tells_what_would_be_right(string text, string expected)
    {
        var fault = Assert.Single(RateCourseText.Parse(text).Faults());
        Assert.Equal(("schedule", $"'{text}'"), (fault.Setting, fault.Found));
        Assert.Contains(expected, fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_course_of_wrong_numbers_is_found_as_well() => Assert.Equal(
        "schedule: found step:0,2; expected step[:EPOCHS,FACTOR] with EPOCHS a whole number from 1 to 1,000,000 and FACTOR above 0 and at most 1.",
        Assert.Single(RateCourseText.Check(new RateCourse.Step(0, 2)).Faults()).Message);

    [Fact]
    public void The_usual_numbers_are_those_that_a_bare_name_means() => Assert.All(
        RateCourseText.Usual.Split(", "), text => Assert.Equal(RateCourseText.Parse(text).Success(), RateCourseText.Parse(text.Split(':')[0]).Success()));
}
