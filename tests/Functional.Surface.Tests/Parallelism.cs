// Whatever one call leaves behind must be seen by the next one only.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
