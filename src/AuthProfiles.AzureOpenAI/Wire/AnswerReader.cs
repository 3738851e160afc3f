namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Reads the answer to a request; null if the text is no such answer.</summary>
/// <param name="utf8">The answer's text.</param>
/// <param name="request">What was asked.</param>
/// <param name="response">The answer's headers.</param>
internal delegate TAnswer? AnswerReader<in TRequest, out TAnswer>(ReadOnlySpan<byte> utf8, TRequest request, HttpResponseMessage response)
    where TAnswer : class;
