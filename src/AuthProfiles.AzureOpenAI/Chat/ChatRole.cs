namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Says who speaks in a message that is sent.</summary>
public enum ChatRole
{
    /// <summary>The application, to models that reason less.</summary>
    System,

    /// <summary>The application, to reasoning models.</summary>
    Developer,

    /// <summary>The person or program that asks.</summary>
    User,

    /// <summary>The model, in an earlier answer.</summary>
    Assistant,

    /// <summary>A tool that the model called.</summary>
    Tool,

    /// <summary>A function that the model called in the way that was before tools.</summary>
    Function,
}
