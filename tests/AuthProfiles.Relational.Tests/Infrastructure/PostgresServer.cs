using System.Diagnostics;
using Npgsql;

namespace AuthProfiles.Relational.Tests.Infrastructure;

/// <summary>A PostgreSQL server of the tests' and benchmarks' own, on a socket in a folder of its own: it takes no port, and nobody else finds it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>What is said where there is none.</summary>
    public const string NotInstalled = "PostgreSQL is not installed, so no server can be started. On Debian or Ubuntu: apt-get install postgresql.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // The server ends with the tests, however they end: then nobody holds the other end of the shell's input any more.
    private const string Watch = """stop=$1; shift; "$@" </dev/null & server=$!; cat >/dev/null; kill -s "$(cat "$stop" 2>/dev/null || echo INT)" $server 2>/dev/null; wait $server""";

    private readonly string _folder;
    private readonly string _binaries;
    private readonly string[] _settings;
    private Process? _running;

    private PostgresServer(string folder, string binaries, string[] settings)
    {
        _folder = folder;
        _binaries = binaries;
        _settings = settings;
    }

    /// <summary>Gets the folder of the newest installed server's programs, or null.</summary>
    public static string? Binaries { get; } = FindBinaries();

    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = _folder, Username = "postgres", Database = "postgres" }.ConnectionString;

    /// <summary>Makes a server and starts it.</summary>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("ap-pg-").FullName;
        var server = new PostgresServer(folder, Binaries ?? throw new InvalidOperationException(NotInstalled), settings);
        try
        {
            if (Environment.IsPrivilegedProcess)
            {
                await RunAsync("chown", "postgres", folder);
            }

            var (file, arguments) = Unprivileged(Path.Combine(Binaries!, "initdb"), "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
            await RunAsync(file, arguments);
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server again.</summary>
    public async Task StartAsync()
    {
        File.Delete(SignalFile);
        var (file, arguments) = Unprivileged(
            Path.Combine(_binaries, "postgres"),
            ["-D", Data, "-c", "listen_addresses=", "-k", _folder, "-F", .. _settings.SelectMany(static setting => new[] { "-c", setting })]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("/bin/sh", ["-c", Watch, "sh", SignalFile, file, .. arguments]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        Environ(start);
        _running = new() { StartInfo = start, EnableRaisingEvents = true };
        _running.ErrorDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("database system is ready to accept connections", StringComparison.Ordinal) == true)
            {
                ready.TrySetResult();
            }
        };
        _running.Start();
        _running.BeginErrorReadLine();
        _running.BeginOutputReadLine();
        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>Stops the server: connections are ended, transactions undone.</summary>
    public Task StopAsync() => StopAsync("INT");

    /// <summary>Stops the server as a crash would.</summary>
    public Task CrashAsync() => StopAsync("QUIT");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private string SignalFile => Path.Combine(_folder, "signal");

    private async Task StopAsync(string signal)
    {
        if (_running is null)
        {
            return;
        }

        await File.WriteAllTextAsync(SignalFile, signal);
        _running.StandardInput.Close();
        await _running.WaitForExitAsync().WaitAsync(Patience);
        _running.Dispose();
        _running = null;
    }

    // PostgreSQL refuses to run as root.
    private static (string File, string[] Arguments) Unprivileged(string file, params string[] arguments) => Environment.IsPrivilegedProcess
        ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", file, .. arguments])
        : (file, arguments);

    private static async Task RunAsync(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        Environ(start);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)}: {await error}");
        }
    }

    // In English, and from a folder that any user may be in.
    private static void Environ(ProcessStartInfo start)
    {
        start.Environment["LC_ALL"] = "C";
        start.WorkingDirectory = "/";
    }

    private static string? FindBinaries()
    {
        const string installed = "/usr/lib/postgresql";
        var versions = Directory.Exists(installed) ? Directory.GetDirectories(installed).OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0) : Enumerable.Empty<string>();
        return versions.Select(static folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }
}
