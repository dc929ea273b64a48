using Engagement.Local.Commands;

return await LocalCommand.InvokeAsync(args, Console.Error);
