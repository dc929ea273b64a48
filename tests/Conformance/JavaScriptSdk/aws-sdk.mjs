// Sends commands with the AWS SDK for JavaScript. Started with the folder that holds node_modules; the endpoint and the credentials come
// from the environment, as the SDK reads them.
//
// Each line of standard input is { service: pinpoint | sqs, command, input, maxAttempts }, and is answered with a line
//   { output }                                                                 what the SDK made of the answer
//   { error: { name, class, fault, status, message, attempts, retryable } }    what it threw; class is the JavaScript class
// beside { exchanges: [{ status, headers, body }] }, the answers as they came over the wire.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

const require = createRequire(`${process.argv[2]}/`);
const { NodeHttpHandler } = require("@smithy/node-http-handler");
const sdks = { pinpoint: require("@aws-sdk/client-pinpoint"), sqs: require("@aws-sdk/client-sqs") };
const clients = { pinpoint: "PinpointClient", sqs: "SQSClient" };

class Recorder extends NodeHttpHandler {
    exchanges = [];

    async handle(request, options) {
        const result = await super.handle(request, options);
        const chunks = [];
        for await (const chunk of result.response.body) chunks.push(chunk);
        const body = Buffer.concat(chunks);
        this.exchanges.push({ status: result.response.statusCode, headers: result.response.headers, body: body.toString("utf8") });
        result.response.body = Readable.from([body]);
        return result;
    }
}

async function send({ service, command, input, maxAttempts }) {
    const sdk = sdks[service];
    const recorder = new Recorder();
    const client = new sdk[clients[service]]({ requestHandler: recorder, maxAttempts });
    try {
        const { $metadata, ...output } = await client.send(new sdk[`${command}Command`](input));
        return { output, exchanges: recorder.exchanges };
    } catch (error) {
        const { name, message, $fault: fault, $metadata: metadata, $retryable: retryable } = error;
        return {
            error: {
                name, class: error.constructor.name, fault, status: metadata?.httpStatusCode, message, attempts: metadata?.attempts,
                retryable: retryable !== undefined,
            },
            exchanges: recorder.exchanges,
        };
    } finally {
        client.destroy();
    }
}

for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await send(JSON.parse(line)))}\n`);
}
