namespace AzureOpenAI.Steps;

internal enum TicketPriority
{
    Low,
    Normal,
    High,
    Urgent,
}
