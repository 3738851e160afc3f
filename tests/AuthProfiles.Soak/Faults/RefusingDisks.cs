using System.Runtime.Versioning;
using AuthProfiles.Soak.Stores;

namespace AuthProfiles.Soak.Faults;

/// <summary>Disks that take no more, or nothing at all. Each is tried by a child process that is started in a place of its own.</summary>
internal static class RefusingDisks
{
    private const string Unprivileged = "65534";

    // Whatever the child mounts is seen by it alone, and gone with it.
    private const string FullScript = """mount -t tmpfs -o size=1m,mode=0700 tmpfs "$0" || exit 69; exec "$@" """;
    private const string ReadOnlyScript = """mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" || exit 69; exec "$@" """;

    // The platform maps its code by a file that is larger than the limit, unless it is told not to.
    private const string LimitScript = """trap "" XFSZ; ulimit -f 64 || exit 69; DOTNET_EnableWriteXorExecute=0 exec "$@" """;

    public static IEnumerable<FaultRow> Rows() =>
    [
        new("file: full disk (tmpfs of 1 MiB)", () => ProbeAsync(DiskProbe.Full, static directory => ["unshare", "--mount", "sh", "-c", FullScript, directory])),
        new("file: limit on the size of files", () => ProbeAsync(DiskProbe.Limit, static _ => ["sh", "-c", LimitScript, "sh"])),
        new("file: read-only disk", () => ProbeAsync(DiskProbe.ReadOnly, static directory => ["unshare", "--mount", "sh", "-c", ReadOnlyScript, directory])),
        new("file: denied to this user", DenyAsync),
    ];

    private static Task<string> DenyAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UnavailableException("directories have no modes here");
        }

        return Environment.IsPrivilegedProcess
            ? ProbeAsync(DiskProbe.Denied, static _ => ["setpriv", "--reuid", Unprivileged, "--regid", Unprivileged, "--clear-groups"])
            : DenyMyselfAsync();
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<string> DenyMyselfAsync()
    {
        await using var place = TemporaryStore.File();
        await Sample.WriteAsync(place.Location.Open(), 1);
        File.SetUnixFileMode(place.Location.Address, UnixFileMode.None);
        try
        {
            return await DiskProbe.DeniedAsync(place.Location.Open());
        }
        finally
        {
            File.SetUnixFileMode(place.Location.Address, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            await Sample.RequireAsync(place.Location.Open(), 1, "allowed again");
        }
    }

    private static async Task<string> ProbeAsync(string plan, Func<string, IEnumerable<string>> launcher)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new UnavailableException("this system has no such limits");
        }

        await using var place = TemporaryStore.File();
        await Sample.WriteAsync(place.Location.Open(), 1);
        var outcome = await DiskProbe.StartAsync(plan, place.Location, launcher(Path.GetDirectoryName(place.Location.Address)!));
        await Sample.RequireAsync(place.Location.Open(), plan == DiskProbe.Limit ? DiskProbe.LastNumber : 1, "afterwards");
        return outcome;
    }
}
