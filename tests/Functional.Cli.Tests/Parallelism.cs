// Trainings and child processes use all processors by themselves.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
