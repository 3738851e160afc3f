namespace AuthProfiles.Injection;

/// <summary>Looks at the beginning of an answer's body and gives it back unread.</summary>
internal static class PeekedBody
{
    /// <summary>The most that is looked at: 64 KiB.</summary>
    public const int Limit = 64 * 1024;

    private const int FirstGuess = 4 * 1024;

    /// <summary>Says whether one of the described values stands in the body. Reading ends as soon as that is known.</summary>
    /// <param name="response">The answer. Its content is exchanged for one with the same headers, which gives the body from its beginning.</param>
    /// <param name="answers">What to look for; each has a body path.</param>
    /// <param name="cancellationToken">Ends the reading, and with it the body.</param>
    /// <exception cref="HttpRequestException">The body broke off.</exception>
    public static async ValueTask<bool> HasAsync(HttpResponseMessage response, IEnumerable<ExpiredAnswer> answers, CancellationToken cancellationToken)
    {
        // Of events nobody knows when the next one comes, and each is a document of its own.
        var content = response.Content;
        if (string.Equals(content.Headers.ContentType?.MediaType, "text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var search = new JsonSearch(answers);
        var buffer = new byte[FirstGuess];
        var length = 0;
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var isWhole = false; !isWhole && !search.IsOver && length < Limit;)
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, buffer.Length * 2);
                }

                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                isWhole = read == 0;
                search.Read(buffer.AsSpan(0, length), isWhole);
            }
        }
        catch (IOException error)
        {
            // As it would have been for the caller, who has not read it yet.
            throw new HttpRequestException("The answer's body broke off.", error);
        }

        response.Content = GiveBack(content, new PeekedStream(buffer.AsMemory(0, length), stream));
        return search.Found;
    }

    private static StreamContent GiveBack(HttpContent content, PeekedStream body)
    {
        var whole = new StreamContent(body);
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            foreach (var value in values)
            {
                HeaderLine.TryWrite(whole.Headers, name, value);
            }
        }

        return whole;
    }
}
