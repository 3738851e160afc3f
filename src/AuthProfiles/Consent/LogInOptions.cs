namespace AuthProfiles;

/// <summary>How an owner is asked for their consent in a program without web pages.</summary>
public sealed class LogInOptions
{
    /// <summary>Gets or sets what opens a browser at an address.</summary>
    /// <value>The default is null: the system's own browser is opened.</value>
    public Func<Uri, CancellationToken, Task>? OpenBrowser { get; set; }

    /// <summary>Gets or sets what tells the owner where to go on another device and what to enter there (RFC 8628).</summary>
    /// <value>The default is null. A device code profile needs it: <c>ShowDeviceCode = (device, _) => Console.Out.WriteLineAsync(device.ToString())</c>.</value>
    public Func<DeviceAuthorization, CancellationToken, Task>? ShowDeviceCode { get; set; }

    /// <summary>Gets the values of the profile's additional fields that the connection gives, by field key, such as a subdomain.</summary>
    /// <value>Empty by default. Those of an earlier connection of the same owner stay where none is given anew.</value>
    public IDictionary<string, SecretValue> Inputs { get; } = new Dictionary<string, SecretValue>(StringComparer.Ordinal);

    /// <summary>Gets or sets how long the owner may take.</summary>
    /// <value>The default is 10 minutes. The range is 1 second to 10 minutes, after which no callback is taken.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
