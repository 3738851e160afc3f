namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>The answers that a test has set: in their order, and the last one stays if it is a text. A call of a tool is answered, so it is made once.</summary>
internal sealed class ChatAnswers
{
    private readonly Queue<LocalAnswer> _answers = new();

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
            return _answers.Count > 1 || (_answers.TryPeek(out var last) && last.Tool is not null) ? _answers.Dequeue() : _answers.TryPeek(out last) ? last : null;
        }
    }
}
