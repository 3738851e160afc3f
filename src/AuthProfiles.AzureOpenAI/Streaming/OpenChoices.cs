namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Keeps which answers have begun and which have ended, to tell an end from a cut.</summary>
/// <param name="expected">How many answers were asked for.</param>
internal sealed class OpenChoices(int expected)
{
    // A request asks for at most 128 answers.
    private const int Most = 128;

    private readonly int _expected = Math.Clamp(expected, 1, Most);
    private (UInt128 Begun, UInt128 Ended) _kept;
    private (UInt128 Begun, UInt128 Ended) _noted;

    /// <summary>Gets a value indicating whether as many answers have ended as were asked for, and each that has begun.</summary>
    public bool HaveEnded => (_kept.Begun & ~_kept.Ended) == 0 && (int)UInt128.PopCount(_kept.Ended) >= _expected;

    /// <summary>Notes an answer's piece. What the filters say later begins no answer.</summary>
    public void Note(in ChatUpdate update, bool isPiece)
    {
        if (update.ChoiceIndex >= Most)
        {
            return;
        }

        var bit = UInt128.One << update.ChoiceIndex;
        var ends = update.FinishReason.Value is not null;
        _noted.Begun |= isPiece || ends ? bit : 0;
        _noted.Ended |= ends ? bit : 0;
    }

    /// <summary>Keeps what was noted: the chunk was read to its end.</summary>
    public void Keep()
    {
        _kept = (_kept.Begun | _noted.Begun, _kept.Ended | _noted.Ended);
        Forget();
    }

    /// <summary>Forgets what was noted and not kept.</summary>
    public void Forget() => _noted = default;
}
