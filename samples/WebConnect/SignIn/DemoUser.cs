namespace WebConnect.SignIn;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Id">What their connections are kept by. It stays, whatever becomes of the rest.</param>
/// <param name="Name">What people call them.</param>
/// <param name="Email">What they sign in with.</param>
internal sealed record DemoUser(string Id, string Name, string Email);
