namespace Quickstart;

/// <summary>Says how far a step is: whole lines, which read well in a file too.</summary>
internal sealed class Progress(string what, int total)
{
    private const int Every = 10;

    private int _done;

    public void Advance()
    {
        var done = Interlocked.Increment(ref _done);
        if (done % Every == 0 || done == total)
        {
            Console.WriteLine($"  {what} {done} of {total}");
        }
    }
}
