using AuthProfiles.Soak.Processes;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Faults;

/// <summary>Uses a file store where it is hindered, in a process of its own.</summary>
internal static class DiskProbe
{
    public const string Full = "full";
    public const string Limit = "limit";
    public const string ReadOnly = "read-only";
    public const string Denied = "denied";

    /// <summary>What is written last where something can be written.</summary>
    public const long LastNumber = 30;

    public static readonly string[] ArgumentNames = [.. StoreLocation.ArgumentNames, "plan"];

    private const int LargeSize = 2 << 20;

    private static readonly TimeSpan ProcessLimit = TimeSpan.FromSeconds(60);

    /// <summary>Starts the process and hears what came of it.</summary>
    public static async Task<string> StartAsync(string plan, StoreLocation store, IEnumerable<string> launcher)
    {
        List<string> said = [];
        ChildProcess process;
        try
        {
            process = ChildProcess.Start(["worker-disk", .. store.Arguments, "--plan", plan], said.Add, launcher);
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new UnavailableException($"{launcher.First()} can't be started: {error.Message}");
        }

        await using (process)
        {
            FaultFoundException.Require(await process.WaitAsync(ProcessLimit), $"the process did not end within {ProcessLimit.TotalSeconds:0} s");
            return said switch
            {
                ["ready", ['k', 'e', 'p', 't', ' ', .. var outcome]] => outcome,
                ["ready", var fault] => throw new FaultFoundException(fault),
                ["ready"] => throw new FaultFoundException($"the process crashed with {process.ExitCode}"),
                _ => throw new UnavailableException($"no process can be started in such a place ({string.Join(' ', launcher.Take(2))} ended with {process.ExitCode})"),
            };
        }
    }

    /// <summary>Is that process.</summary>
    public static async Task<int> RunAsync(Arguments arguments)
    {
        using var voice = new Voice();
        voice.Say("ready");
        var location = StoreLocation.Read(arguments);
        try
        {
            voice.Say($"kept {await ProbeAsync(arguments.Text("plan"), location)}");
        }
        catch (FaultFoundException error)
        {
            voice.Say(error.Message);
        }

        return ExitCode.Kept;
    }

    public static async Task<string> DeniedAsync(IConnectionStore store) =>
        $"{await Refusal.RequireAsync("read", () => store.ReadAsync(Sample.Key()).AsTask())}, {await Refusal.RequireAsync("write", () => WriteBlindlyAsync(store))}";

    private static Task<string> ProbeAsync(string plan, StoreLocation location) => plan switch
    {
        Full => FillAsync(location),
        Limit => ExceedAsync(location.Open()),
        ReadOnly => OnlyReadAsync(location.Open()),
        _ => DeniedAsync(location.Open()),
    };

    private static async Task<string> FillAsync(StoreLocation location)
    {
        var store = location.Open();
        await Sample.WriteAsync(store, 10);
        var filler = Path.Combine(Path.GetDirectoryName(location.Address)!, "filler");
        Fill(filler);
        var refused = await Refusal.RequireAsync("write", () => Sample.WriteAsync(store, 20, size: LargeSize / 4));
        await Sample.RequireAsync(location.Open(), 10, "on the full disk");
        File.Delete(filler);
        await Sample.WriteAsync(store, LastNumber);
        await Sample.RequireAsync(location.Open(), LastNumber, "with space again");
        return $"{refused}, the old one intact, written once there was space";
    }

    private static async Task<string> ExceedAsync(IConnectionStore store)
    {
        var refused = await Refusal.RequireAsync("write", () => Sample.WriteAsync(store, 20, size: LargeSize));
        await Sample.RequireAsync(store, 1, "after the refusal");
        await Sample.WriteAsync(store, LastNumber);
        return $"{refused}, the old one intact, a smaller one written";
    }

    // A reader may need to lock, and may be refused that.
    private static async Task<string> OnlyReadAsync(IConnectionStore store)
    {
        string read;
        try
        {
            await Sample.RequireAsync(store, 1, "on the read-only disk");
            read = "read";
        }
        catch (AuthorizationException)
        {
            read = await Refusal.RequireAsync("read", () => store.ReadAsync(Sample.Key()).AsTask());
        }

        return $"{read}, {await Refusal.RequireAsync("write", () => WriteBlindlyAsync(store))}";
    }

    // Without a look at what is there, which is refused first.
    private static Task<long?> WriteBlindlyAsync(IConnectionStore store) => store.TryWriteAsync(Kill.Payload.Make(Sample.Key(), 20, 200), 1).AsTask();

    private static void Fill(string path)
    {
        var block = new byte[4096];
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
