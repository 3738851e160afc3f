namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>The answers that a test has set: in their order, and a text that was given stays until there is a newer one. A call of a tool is answered, so it is made once.</summary>
internal sealed class ChatAnswers
{
    private readonly Queue<LocalAnswer> _answers = new();
    private LocalAnswer? _last;

    public void Add(LocalAnswer answer)
    {
        lock (_answers)
        {
            _answers.Enqueue(answer);
        }
    }

    public LocalAnswer? Next()
    {
        lock (_answers)
        {
            if (!_answers.TryDequeue(out var next))
            {
                return _last;
            }

            _last = next.Tool is null ? next : null;
            return next;
        }
    }
}
