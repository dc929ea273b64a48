// Reads the schema modules of AWS SDK clients (dist-es/schemas/*.js) and writes what they declare, as JSON, to standard output.
//
//   TYPESCRIPT=<folder of the npm package typescript> node schemas.mjs FILE.js …
//
// Output, in the order of the arguments: [{ file, structures: [Structure], operations: [Operation] }]
//   Structure: { name, error, members: [Member] }
//   Member: { name, wireName, required, type: Type, location: body | label | query | header | payload, idempotencyToken }
//   Operation: { name, method, path, input, output }     method and path: of REST protocols only; input, output: names of structures,
//                                                        absent when there is none
//   Type: { kind: string | number | boolean | blob | timestamp | iso8601 | other }
//       | { kind: structure, name } | { kind: list, element: Type } | { kind: map, value: Type }
//
// The modules are parsed, not run. They hold schemas as arrays, [kind, namespace, name, traits, …], and simple types as numbers.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const ts = createRequire(import.meta.url)(process.env.TYPESCRIPT);
const { SyntaxKind: Kind } = ts;

const [LIST, MAP, STRUCTURE, ERROR, UNION, OPERATION] = [1, 2, 3, -3, 4, 9];
// The .NET SDK makes no difference between a union and a structure.
const STRUCTURES = [STRUCTURE, ERROR, UNION];
const [LIST_OF, MAP_OF] = [64, 128];
const SIMPLE = new Map([[0, "string"], [1, "number"], [2, "boolean"], [4, "timestamp"], [5, "iso8601"], [7, "timestamp"], [21, "blob"]]);
// Traits without a value are bits of a number.
const [LABEL, IDEMPOTENCY_TOKEN, PAYLOAD] = [1, 4, 16];

function read(file) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const declared = new Map(source.statements.filter(ts.isVariableStatement)
        .flatMap(statement => statement.declarationList.declarations)
        .filter(node => node.initializer !== undefined)
        .map(node => [node.name.getText(), node.initializer]));
    const names = [...declared].filter(([, node]) => ts.isArrayLiteralExpression(node)).map(([name]) => name);
    const schemas = names.map(name => valueOf(declared.get(name), declared)).filter(schema => typeof schema[2] === "string");
    return {
        file,
        structures: schemas.filter(([kind]) => STRUCTURES.includes(kind)).map(schema => structureOf(schema)),
        operations: schemas.filter(([kind]) => kind === OPERATION).map(operationOf),
    };
}

// A reference is followed when it is used, since structures refer to each other in circles.
function valueOf(node, declared) {
    if (ts.isParenthesizedExpression(node)) return valueOf(node.expression, declared);
    if (ts.isArrowFunction(node)) return () => valueOf(node.body, declared);
    if (ts.isIdentifier(node)) return declared.has(node.text) ? valueOf(declared.get(node.text), declared) : undefined;
    if (ts.isArrayLiteralExpression(node)) return node.elements.map(element => valueOf(element, declared));
    if (ts.isNumericLiteral(node)) return Number(node.text);
    if (ts.isStringLiteral(node)) return node.text;
    if (ts.isPrefixUnaryExpression(node) && node.operator === Kind.MinusToken) return -valueOf(node.operand, declared);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === Kind.BarToken) {
        return valueOf(node.left, declared) | valueOf(node.right, declared);
    }
    if (ts.isObjectLiteralExpression(node)) return Object.fromEntries(node.properties.map(property => propertyOf(property, declared)));
    return undefined;
}

function propertyOf(property, declared) {
    const key = ts.isComputedPropertyName(property.name) ? valueOf(property.name.expression, declared) : property.name.text;
    return [key, valueOf(property.initializer, declared)];
}

function structureOf([kind, , name, , names, schemas, required = 0]) {
    return { name, error: kind === ERROR, members: names.map((member, index) => memberOf(member, schemas[index], index < required)) };
}

function memberOf(name, schema, required) {
    // With traits a member is [schema, traits]; a schema itself is longer.
    const [type, traits] = Array.isArray(schema) && schema.length === 2 ? schema : [schema, 0];
    const bits = typeof traits === "number" ? traits : 0;
    const { httpQuery, httpHeader, jsonName } = typeof traits === "number" ? {} : traits;
    return {
        name, required, type: typeOf(type),
        wireName: httpQuery ?? httpHeader ?? jsonName ?? name,
        location: httpQuery ? "query" : httpHeader ? "header" : bits & LABEL ? "label" : bits & PAYLOAD ? "payload" : "body",
        idempotencyToken: (bits & IDEMPOTENCY_TOKEN) !== 0,
    };
}

function typeOf(schema) {
    if (typeof schema === "function") return typeOf(schema());
    if (typeof schema === "number") return simpleTypeOf(schema);
    if (schema?.length === 2) return typeOf(schema[0]);
    switch (schema?.[0]) {
        case 0: return typeOf(schema[4]);
        case LIST: return { kind: "list", element: typeOf(schema[4]) };
        case MAP: return { kind: "map", value: typeOf(schema[5]) };
        case STRUCTURE: case UNION: return { kind: "structure", name: schema[2] };
        default: return { kind: "other" };
    }
}

function simpleTypeOf(code) {
    if (code & MAP_OF) return { kind: "map", value: simpleTypeOf(code & ~MAP_OF) };
    if (code & LIST_OF) return { kind: "list", element: simpleTypeOf(code & ~LIST_OF) };
    return { kind: SIMPLE.get(code) ?? "other" };
}

function operationOf([, , name, traits, input, output]) {
    const [method, path] = traits?.http ?? [];
    return { name, method, path, input: nameOf(input()), output: nameOf(output()) };
}

// An operation without input or output refers to the text "unit".
const nameOf = schema => Array.isArray(schema) ? schema[2] : undefined;

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
