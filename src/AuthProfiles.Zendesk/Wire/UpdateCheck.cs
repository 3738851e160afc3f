namespace AuthProfiles.Zendesk.Wire;

/// <summary>Refuses before the network a change that changes nothing, which mostly is a mistake.</summary>
internal static class UpdateCheck
{
    public static void ChangesSomething<T>(T update, string parameter)
        where T : class, IEquatable<T>, new()
    {
        ArgumentNullException.ThrowIfNull(update, parameter);
        if (update.Equals(new T()))
        {
            throw new ArgumentException("The update changes nothing: assign at least one member.", parameter);
        }
    }
}
