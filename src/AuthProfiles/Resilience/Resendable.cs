using System.Net.Http.Json;

namespace AuthProfiles.Resilience;

/// <summary>Knows which requests can be sent again: those whose content writes the same bytes twice.</summary>
internal static class Resendable
{
    private static readonly HttpRequestOptionsKey<bool> CallersWord = new("AuthProfiles.AllowResend");

    private static readonly HttpRequestOptionsKey<Func<bool>> StillWritten = new("AuthProfiles.StillWritten");

    /// <summary>Keeps the request from going again while a body that its answer has overtaken (HTTP/2) is still being written.</summary>
    public static void HoldBack(HttpRequestMessage request, Func<bool> isWritten) => request.Options.Set(StillWritten, isWritten);

    public static void Allow(HttpRequestMessage request) => request.Options.Set(CallersWord, true);

    /// <summary>Ask when the sending has ended: it moves a seekable stream back to its start.</summary>
    public static bool CanResend(HttpRequestMessage request) =>
        !(request.Options.TryGetValue(StillWritten, out var isWritten) && isWritten())
        && (CanResend(request.Content) || (request.Options.TryGetValue(CallersWord, out var allowed) && allowed));

    private static bool CanResend(HttpContent? content) => content switch
    {
        null or ByteArrayContent or ReadOnlyMemoryContent or JsonContent => true,
        IResendableContent ours => ours.CanResend,
        MultipartContent parts => parts.All(static part => CanResend(part)),
        StreamContent stream => CanSeek(stream),
        _ => false,
    };

    /// <summary>
    /// A stream content tells of its stream only through the view that reading returns, which neither reads nor copies.
    /// A derived type may do either, so it is not asked; a stated length says nothing at all.
    /// </summary>
    private static bool CanSeek(StreamContent content)
    {
        if (content.GetType() != typeof(StreamContent))
        {
            return false;
        }

        try
        {
            return content.ReadAsStream().CanSeek;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or NotSupportedException)
        {
            return false;
        }
    }
}
