using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Samples.Memory;

/// <summary>What the local services know from one run to the next: where they listened, and the grants that they gave.</summary>
/// <remarks>Thread-safe. The accounts are of use to nobody but a sample, so their refresh tokens stand here as they are, in a file that is its owner's alone.</remarks>
/// <param name="path">The file, or null: then nothing outlasts the process.</param>
internal sealed class ServiceMemory(string? path)
{
    private const string PortsMember = "ports";
    private const string GrantsMember = "grants";
    private const int Most = 100;

    private readonly Lock _gate = new();
    private readonly JsonObject _ports = [];
    private readonly List<RememberedGrant> _grants = [];

    public string? Path => path;

    public IReadOnlyList<RememberedGrant> Grants
    {
        get
        {
            lock (_gate)
            {
                return [.. _grants];
            }
        }
    }

    /// <summary>Reads the file, if there is one.</summary>
    /// <exception cref="IOException">It can't be read, or is damaged.</exception>
    public static ServiceMemory Read(string? path)
    {
        var memory = new ServiceMemory(path);
        if (path is null || !File.Exists(path))
        {
            return memory;
        }

        try
        {
            var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            foreach (var (name, port) in root[PortsMember]!.AsObject())
            {
                memory._ports[name] = (int)port!;
            }

            memory._grants.AddRange(root[GrantsMember]!.AsArray().Select(static grant => new RememberedGrant((string)grant!["refreshToken"]!, (string)grant["user"]!, ((string)grant["scope"]!).Split(' ', StringSplitOptions.RemoveEmptyEntries))));
            return memory;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            throw new IOException($"'{path}' is damaged: delete it, and connect again.", error);
        }
    }

    public int? Port(string service)
    {
        lock (_gate)
        {
            return (int?)_ports[service];
        }
    }

    public void RememberPort(string service, int port)
    {
        lock (_gate)
        {
            _ports[service] = port;
            Write();
        }
    }

    /// <summary>Takes a new grant in, and lets go of those whose token stands in what was asked: it is used up, or revoked.</summary>
    public void Replace(string asked, RememberedGrant? grant)
    {
        lock (_gate)
        {
            _grants.RemoveAll(known => asked.Contains(known.RefreshToken, StringComparison.Ordinal));
            if (grant is not null)
            {
                _grants.Add(grant);
                _grants.RemoveRange(0, Math.Max(0, _grants.Count - Most));
            }

            Write();
        }
    }

    private void Write()
    {
        if (path is null)
        {
            return;
        }

        var root = new JsonObject
        {
            [PortsMember] = _ports.DeepClone(),
            [GrantsMember] = new JsonArray([.. _grants.Select(static grant => new JsonObject { ["refreshToken"] = grant.RefreshToken, ["user"] = grant.User, ["scope"] = string.Join(' ', grant.Scopes) })]),
        };
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Beside it first: a process that dies meanwhile leaves the old file.
        var unfinished = path + ".tmp";
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.UTF8.GetBytes(root.ToJsonString()));
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
