namespace AuthProfiles.Mutations;

/// <summary>The list or the copy is not fit for a run.</summary>
internal sealed class MutationException(string message) : Exception(message);
