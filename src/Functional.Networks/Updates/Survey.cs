namespace Functional.Networks;

using System;

/// <summary>
/// Something that is found out about all numbers between two passes. It is cut into pieces of a size that depends on the parameters'
/// shapes alone; threads share the pieces, and one thread puts together what was found in them.
/// </summary>
/// <param name="Pieces">The number of pieces.</param>
/// <param name="Find">Looks at one piece.</param>
/// <param name="Conclude">Puts together what was found.</param>
/// <param name="Gate">When it is done; always where there is none.</param>
/// <param name="Arrays">How many arrays as long as the parameters it reads.</param>
internal sealed record Survey(int Pieces, Action<int> Find, Action Conclude, Gate? Gate, int Arrays)
{
    /// <summary>Does one thread's share; all threads of a team come here.</summary>
    /// <param name="rank">The thread's number.</param>
    /// <param name="size">The number of threads.</param>
    /// <param name="meet">Waits for the others.</param>
    public void Do(int rank, int size, Action meet)
    {
        if (Gate is { IsOpen: false })
        {
            return;
        }

        meet();
        for (var piece = (int)((long)Pieces * rank / size); piece < (int)((long)Pieces * (rank + 1) / size); piece++)
        {
            Find(piece);
        }

        meet();
        if (rank == 0)
        {
            Conclude();
        }

        meet();
    }
}
