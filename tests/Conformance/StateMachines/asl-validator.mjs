// Validates definitions in the Amazon States Language with asl-validator. Started with the folder that holds node_modules.
//
// Each line of standard input is { definition }, and is answered with { isValid, errors }.

import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const validate = createRequire(`${process.argv[2]}/`)("asl-validator");

for await (const line of createInterface({ input: process.stdin })) {
    const { isValid, errorsText } = validate(JSON.parse(line).definition);
    process.stdout.write(`${JSON.stringify({ isValid, errors: errorsText("\n") })}\n`);
}
