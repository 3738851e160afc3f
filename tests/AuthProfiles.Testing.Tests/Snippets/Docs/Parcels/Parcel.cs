namespace Snippets.Parcels;

/// <summary>A parcel, and where it is.</summary>
public sealed record Parcel(string Number, string Place);
