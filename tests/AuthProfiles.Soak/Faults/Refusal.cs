namespace AuthProfiles.Soak.Faults;

/// <summary>What a store must do that can't do what it is asked: say so in its own words, and in time.</summary>
internal static class Refusal
{
    /// <summary>The limit that stores keep to, and some time for a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Requires that a call is refused.</summary>
    /// <returns>The refusal in a few words.</returns>
    public static async Task<string> RequireAsync(string what, Func<Task> call)
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await call().WaitAsync(Limit * 2, TimeProvider.System);
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.StoreFailure)
        {
            var took = TimeProvider.System.GetElapsedTime(began);
            FaultFoundException.Require(took < Limit, $"the {what} was refused after {took.TotalSeconds:0.0} s, and {Limit.TotalSeconds:0} s is the limit");
            return $"{what} refused ({(error.IsTransient ? "for now" : "for good")}, {took.TotalSeconds:0.0} s)";
        }
        catch (TimeoutException)
        {
            throw new FaultFoundException($"the {what} did not end within {2 * Limit.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is not FaultFoundException)
        {
            throw new FaultFoundException($"the {what} failed with {error.GetType().Name}{(error is AuthorizationException typed ? $" of kind {typed.Kind}" : string.Empty)}: {error.Message}");
        }

        throw new FaultFoundException($"the {what} succeeded");
    }
}
