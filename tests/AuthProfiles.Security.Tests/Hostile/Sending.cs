using AuthProfiles.Security.Tests.Hostile.Wire;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Sends one row, and says what came of it: one request that arrived, or one refusal of ours before there was a connection.</summary>
internal static class Sending
{
    /// <summary>Returns the request that arrived, or null where ours refused it; fails where anything else came of it.</summary>
    public static async Task<RawMessage?> TryAsync(this RawListener network, CorpusRow row, Func<Task<HttpResponseMessage>> send)
    {
        var (connections, messages) = (network.Connections, network.Messages.Count);
        try
        {
            using var response = await send();
        }
        catch (Exception error) when (IsOurs(error))
        {
            Assert.That(network.Connections, Is.EqualTo(connections), $"{row}: refused, but after a connection was made");
            Assert.That(error.Message, Does.Match("^[ -~]*\u2026?[ -~]*$"), $"{row}: the refusal can be printed");
            return null;
        }
        catch (Exception error) when (error is not NUnit.Framework.Internal.NUnitException and not AssertionException)
        {
            Assert.Fail($"{row}: {error.GetType().Name}: {error.Message}");
            return null;
        }

        Assert.That(network.Messages, Has.Count.EqualTo(messages + 1), $"{row}: one request");
        return network.Messages[^1];
    }

    /// <summary>Says whether an exception is of the closed set that the documentation names for input that is refused.</summary>
    public static bool IsOurs(Exception error) => error is AuthorizationException or FormatException { InnerException: null } or ArgumentException { InnerException: null } && error is not UriFormatException;
}
