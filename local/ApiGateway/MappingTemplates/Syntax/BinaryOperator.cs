namespace Engagement.Local.ApiGateway.MappingTemplates.Syntax;

/// <summary>Operators between two operands.</summary>
internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
