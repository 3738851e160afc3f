namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Keeps which answers have begun and which have ended, to tell an end from a cut.</summary>
internal sealed class OpenChoices
{
    private (UInt128 Begun, UInt128 Ended) _kept;
    private (UInt128 Begun, UInt128 Ended) _noted;

    /// <summary>Gets a value indicating whether there was an answer, and each has ended.</summary>
    public bool HaveEnded => _kept.Begun != 0 && (_kept.Begun & ~_kept.Ended) == 0;

    /// <summary>Notes an answer's piece. What the filters say later begins no answer.</summary>
    public void Note(in ChatUpdate update, bool isPiece)
    {
        // A request asks for at most 128 answers.
        if (update.ChoiceIndex > 127)
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
