// Runs dynalite, an implementation of DynamoDB by others. Started with the folder that holds node_modules.
//
// Each line of standard input is { operation, body }, and is answered with { status, answer }, or with { crash } where dynalite failed.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { request } from "node:http";

const dynalite = createRequire(`${process.argv[2]}/`)("dynalite");
const server = dynalite({ createTableMs: 0 });
await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));

// It throws what it does not expect, where nothing can catch it.
let crashed = error => { throw error; };
process.on("uncaughtException", error => crashed(error));

const headers = {
    "Content-Type": "application/x-amz-json-1.0",
    "Authorization": "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=f",
    "X-Amz-Date": "20260301T120000Z",
};

function send({ operation, body }) {
    return new Promise(resolve => {
        crashed = error => resolve({ crash: String(error.message ?? error) });
        const target = { "X-Amz-Target": `DynamoDB_20120810.${operation}` };
        const call = request({ port: server.address().port, method: "POST", headers: { ...headers, ...target } }, response => {
            const parts = [];
            response.on("data", part => parts.push(part));
            response.on("end", () => resolve({ status: response.statusCode, answer: JSON.parse(Buffer.concat(parts).toString()) }));
        });
        call.on("error", error => resolve({ crash: error.message }));
        call.end(JSON.stringify(body));
    });
}

for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await send(JSON.parse(line)))}\n`);
}
