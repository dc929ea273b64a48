// Renders templates with velocityjs. Started with the folder that holds node_modules.
//
// Each line of standard input is { template, variables, request }, and is answered with { text, context } or { error }. variables are
// JSON; where request is given, { querystring, header, body, context }, the template sees $input, $util and $context as API Gateway has
// them, and context tells what the template left in $context.
//
// velocityjs brings Velocity's language, and JavaScript's methods of texts, maps and lists. Those that Java alone has, or has otherwise,
// are added here: its own get finds "Id" under "id" too.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { Compile, parse } = createRequire(`${process.argv[2]}/`)("velocityjs");

const isText = value => typeof value === "string";
const isMap = value => typeof value === "object" && value !== null && !Array.isArray(value);
const method = (name, owner, handle) => ({
    uid: name,
    match: ({ property, context }) => property === name && owner(context),
    resolve: ({ context, params }) => handle(context, ...params),
});
const customMethodHandlers = [
    method("length", isText, text => text.length),
    method("isEmpty", isText, text => text.length === 0),
    method("contains", isText, (text, part) => text.includes(part)),
    method("matches", isText, (text, pattern) => new RegExp(`^(?:${pattern})$`, "u").test(text)),
    method("equals", isText, (text, other) => text === other),
    method("isEmpty", Array.isArray, list => list.length === 0),
    method("contains", Array.isArray, (list, item) => list.includes(item)),
    method("get", isMap, (map, key) => Object.hasOwn(map, key) ? map[key] : undefined),
    method("containsKey", isMap, (map, key) => Object.hasOwn(map, key)),
    method("isEmpty", isMap, map => Object.keys(map).length === 0),
    method("values", isMap, map => Object.values(map)),
];

// java.net.URLEncoder: letters, digits and .-*_ stay, a blank is a plus.
const urlEncode = text => encodeURIComponent(text)
    .replace(/[!'()~]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");

function gateway({ querystring, header, body, context }) {
    // What API Gateway makes of a request without a body.
    return { input: { params: () => ({ path: {}, querystring, header }), body: body || "{}" }, util: { urlEncode }, context };
}

function render({ template, variables, request }) {
    try {
        const all = { ...variables, ...request ? gateway(request) : {} };
        const text = new Compile(parse(template), { customMethodHandlers }).render(all);
        return { text, context: all.context };
    } catch (error) {
        return { error: String(error.message ?? error) };
    }
}

for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(render(JSON.parse(line)))}\n`);
}
