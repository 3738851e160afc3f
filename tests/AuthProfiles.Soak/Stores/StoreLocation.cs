using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Stores;

/// <summary>The store that all processes of a run share: which one, where, and the key of its entries.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Address">A directory or a connection string.</param>
/// <param name="Key">The key in base64; the tests' own, made for one run.</param>
internal sealed record StoreLocation(string Name, string Address, string Key)
{
    public static readonly string[] ArgumentNames = ["store", "at", "key"];

    /// <summary>Gets the arguments that tell a child process.</summary>
    public IEnumerable<string> Arguments => ["--store", Name, "--at", Address, "--key", Key];

    public static string NewKey() => ConnectionKeyRing.CreateKey();

    public static StoreLocation Read(Arguments arguments) => new(arguments.Text("store"), arguments.Text("at"), arguments.Text("key"));

    /// <summary>Has an application keep its connections there.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="around">Puts something around the store.</param>
    public void Persist(AuthProfilesBuilder builder, Func<IConnectionStore, IConnectionStore> around)
    {
        builder.Services.AddSingleton(StoreFactory.CreateProtector(Key));
        builder.PersistConnections((_, sealer) => around(StoreFactory.Create(this, sealer)));
    }

    /// <summary>Opens the store by itself, as a process that has seen nothing of it yet.</summary>
    public IConnectionStore Open() => StoreFactory.Create(this, new ConnectionSealer(StoreFactory.CreateProtector(Key)));
}
