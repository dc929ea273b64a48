namespace Engagement.Definitions.Templates;

/// <summary>What a tag does.</summary>
public enum TemplateTagKind
{
    /// <summary><c>{{! text }}</c> or <c>{{!-- text --}}</c>.</summary>
    Comment,

    /// <summary><c>{{PATH}}</c>: the value with its HTML escaped.</summary>
    Show,

    /// <summary><c>{{{PATH}}}</c>: the value as it is.</summary>
    ShowRaw,

    /// <summary><c>{{#if PATH}}</c>, <c>{{#unless PATH}}</c> or <c>{{#each PATH}}</c>.</summary>
    Open,

    /// <summary><c>{{else}}</c>.</summary>
    Else,

    /// <summary><c>{{/if}}</c>, <c>{{/unless}}</c> or <c>{{/each}}</c>.</summary>
    Close,
}
