using Engagement.Cli;
using Engagement.Cli.Commands;

return await OperatorCommand.InvokeAsync(args, OperatorConsole.OfProcess());
