using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Answers like a very small model: the first words for a summary, tell-tale words for a priority. The same prompt has the same answer.</summary>
internal static class DefaultAnswer
{
    private const int LongestSummary = 16;

    private static readonly HashSet<string> s_priorities = new(StringComparer.Ordinal) { "urgent", "high", "normal", "low" };

    private static readonly (string Priority, string[] Signs)[] s_signs =
    [
        ("urgent", ["fire", "urgent", "urgently", "asap", "emergency", "outage", "down", "breach", "leaked", "brennt", "dringend", "ausfall", "notfall", "urgente", "panne", "caído", "incendie", "incendio"]),
        ("high", ["error", "errors", "fails", "failed", "broken", "crash", "crashes", "refund", "twice", "cannot", "locked", "lost", "fehler", "kaputt", "defekt", "doppelt", "erreur", "bloqué", "double", "fallo", "roto", "erro", "errore"]),
        ("low", ["question", "wondering", "feature", "suggestion", "feedback", "thanks", "frage", "wunsch", "merci", "idée", "pregunta", "gracias", "sugerencia", "obrigado", "domanda"]),
    ];

    public static string To(IReadOnlyList<ChatMessage> messages)
    {
        var asked = string.Join('\n', messages.Select(message => message.Text));
        var content = WithoutInstructions(messages.LastOrDefault(message => string.Equals(message.Role, "user", StringComparison.Ordinal))?.Text ?? string.Empty);
        if (!asked.Contains("priority", StringComparison.OrdinalIgnoreCase))
        {
            return Summarize(content);
        }

        return asked.Contains("summar", StringComparison.OrdinalIgnoreCase) ? $"{Summarize(content)}\nPriority: {Prioritize(content)}" : Prioritize(content);
    }

    private static string Summarize(string content)
    {
        var words = content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "Nothing was said." : string.Join(' ', words.Take(LongestSummary)) + (words.Length > LongestSummary ? " …" : string.Empty);
    }

    private static string Prioritize(string content)
    {
        var words = Words.Of(content).ToHashSet(StringComparer.Ordinal);
        return Array.Find(s_signs, sign => sign.Signs.Any(words.Contains)).Priority ?? "normal";
    }

    /// <summary>Drops the sentences that say what to do; of "Summarize: the printer is on fire" the part behind the colon stays.</summary>
    private static string WithoutInstructions(string text) => string.Join(' ', Sentences(text).Select(WithoutInstruction)).Trim();

    private static string WithoutInstruction(string sentence)
    {
        var instructs = sentence.Contains("priority", StringComparison.OrdinalIgnoreCase)
            || sentence.Contains("summar", StringComparison.OrdinalIgnoreCase)
            || Words.Of(sentence).Distinct(StringComparer.Ordinal).Count(s_priorities.Contains) > 1;
        if (!instructs)
        {
            return sentence;
        }

        var colon = sentence.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || Words.Of(sentence[colon..]).Any(s_priorities.Contains) ? string.Empty : sentence[(colon + 1)..].Trim();
    }

    private static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '\n' or '。')
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }
}
