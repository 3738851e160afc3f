namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>The answers that a test has set: in their order, and the last one stays.</summary>
internal sealed class ChatAnswers
{
    private readonly Queue<string> _answers = new();

    public void Add(string text)
    {
        lock (_answers)
        {
            _answers.Enqueue(text);
        }
    }

    public string? Next()
    {
        lock (_answers)
        {
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.TryPeek(out var last) ? last : null;
        }
    }
}
