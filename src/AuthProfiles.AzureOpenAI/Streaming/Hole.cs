using System.Runtime.InteropServices;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>A text of a chunk that differs from chunk to chunk.</summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Start">Where its opening quote is.</param>
/// <param name="End">Where it ends, behind its closing quote.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hole(HoleKind Kind, int Start, int End);
