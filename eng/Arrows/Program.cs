using Arrows;

var projects = Projects.Read();
var drawing = Drawing.From(projects);
Console.WriteLine(args switch
{
    ["projects"] => drawing.OfProjects,
    ["why", var from, var to] => string.Join('\n', projects.Reasons(new Arrow(from, to))),
    [] => drawing.ToString(),
    _ => """
        Arrows                        draws the arrows between folders, and lists the circles
        Arrows projects               draws those between projects
        Arrows why <folder> <folder>  lists what makes an arrow
        """,
});
return drawing.Faults.Count == 0 ? 0 : 1;
