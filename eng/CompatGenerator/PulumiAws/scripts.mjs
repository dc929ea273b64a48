// Reads the JavaScript of resources and functions of a generated Pulumi package for what declarations do not say. Writes it as JSON to
// standard output.
//
//   TYPESCRIPT=<folder of the npm package typescript> node scripts.mjs FILE.js …
//
// Output, in the order of the arguments:
// [{ file, token, inputs: [Input], secretOutputs: [string], aliases: [string], replaceOnChanges: [string] }]
//   token   of the resource or the function: `aws:sqs/queue:Queue`
//   Input:  { name, secret, json, default?: { value?, environment: [string] } }, for the arguments, not for the state
//
// An expression that it does not know is an error, so that nothing is lost silently when the package's own generator changes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(import.meta.url)(process.env.TYPESCRIPT);

const fail = (file, text) => { throw new Error(`${file}: do not know what this means: ${text}`); };

function* descendants(node) {
    yield node;
    for (const child of node.getChildren()) yield* descendants(child);
}

function read(file) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
    const script = { file, token: undefined, inputs: [], secretOutputs: [], aliases: [], replaceOnChanges: [] };
    for (const node of descendants(source)) {
        if (ts.isPropertyDeclaration(node) && node.name.getText() === "__pulumiType") script.token = node.initializer.text;
        else if (isInvoke(node)) script.token ??= node.arguments[0].text;
        else if (isInput(node)) script.inputs.push(...inputOf(node, file));
        else if (ts.isVariableDeclaration(node) && /^(secret|alias|replaceOnChanges)\w*$/i.test(node.name.getText())) {
            readOptions(node, script, file);
        }
    }
    return script;
}

const isInvoke = node => ts.isCallExpression(node) && node.expression.getText() === "pulumi.runtime.invoke";
const isInput = node => ts.isBinaryExpression(node) && /^resourceInputs\["\w+"\]$/.test(node.left.getText());

function inputOf(node, file) {
    const name = node.left.argumentExpression.text;
    const value = node.right.getText();
    if (value === `state?.${name}` || value.startsWith("undefined")) return [];
    const json = /^pulumi\.output\((.*)\)\.apply\(JSON\.stringify\)$/s.exec(value);
    const inner = json ? json[1] : value;
    const secret = inner === `args?.${name} ? pulumi.secret(args.${name}) : undefined`;
    const fallback = new RegExp(`^\\(args\\?\\.${name}\\) \\?\\? (.*)$`, "s").exec(inner);
    if (!secret && !fallback && inner !== `args?.${name}`) fail(file, node.getText());
    return [{ name, secret, json: json !== null, default: fallback ? defaultOf(fallback[1], file) : undefined }];
}

function defaultOf(text, file) {
    const environment = /^\(?utilities\.getEnv(?:Boolean|Number)?\(([^)]*)\)(?: \?\? (.*?)\)?)?$/s.exec(text);
    const constant = environment ? environment[2] : text;
    return {
        value: constant === undefined ? undefined : constantOf(constant, file),
        environment: environment ? JSON.parse(`[${environment[1]}]`) : [],
    };
}

function constantOf(text, file) {
    try {
        return JSON.parse(text);
    } catch {
        return fail(file, text);
    }
}

function readOptions(node, script, file) {
    for (const property of node.initializer.properties) {
        const values = property.initializer.elements.map(element =>
            ts.isObjectLiteralExpression(element) ? element.properties[0].initializer.text : element.text);
        switch (property.name.getText()) {
            case "additionalSecretOutputs": script.secretOutputs = values; break;
            case "aliases": script.aliases = values; break;
            case "replaceOnChanges": script.replaceOnChanges = values; break;
            default: fail(file, property.getText());
        }
    }
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
