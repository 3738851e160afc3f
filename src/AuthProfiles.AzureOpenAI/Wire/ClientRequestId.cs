namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>The id by which a program names one call. It is the request's own, so that every attempt sends the same one.</summary>
internal static class ClientRequestId
{
    public const string Header = "x-ms-client-request-id";

    /// <summary>Gives the request an id where it has none.</summary>
    public static void Set(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.Contains(Header))
        {
            request.Headers.Add(Header, Make().ToString());
        }
    }

    /// <summary>Returns the id of the call that was answered, or null if it had none.</summary>
    public static string? Of(HttpResponseMessage response) => response.RequestMessage is { } request ? Of(request) : null;

    /// <summary>Returns the id of a call, or null if it has none.</summary>
    public static string? Of(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues(Header, out var values) ? values.ToString() : null;

    // Random (RFC 9562, section 5.4), but not of the kernel's secret numbers: those would cost more than the call's timers.
    private static Guid Make()
    {
        Span<byte> bytes = stackalloc byte[16];
#pragma warning disable CA5394 // An id protects nothing.
        Random.Shared.NextBytes(bytes);
#pragma warning restore CA5394
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
