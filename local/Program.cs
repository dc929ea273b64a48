using Engagement.Local.Commands;

return await LocalCommand.Create().Parse(args).InvokeAsync();
