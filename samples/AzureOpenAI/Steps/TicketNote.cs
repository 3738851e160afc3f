namespace AzureOpenAI.Steps;

/// <summary>What the program wants to know of a ticket.</summary>
internal sealed record TicketNote(string Summary, TicketPriority Priority, bool NeedsCallBack);
