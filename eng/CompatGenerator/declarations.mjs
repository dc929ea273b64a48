// Reads TypeScript declaration files and writes what they export, as JSON, to standard output.
//
//   TYPESCRIPT=<folder of the npm package typescript> node declarations.mjs FILE.d.ts …
//
// Output, in the order of the arguments: [{ file, declarations: [Declaration] }]
//   Declaration: { kind: interface | class | alias | enum | constant | function, name, deprecated, extends: [Type], members: [Member],
//                  type: Type (alias, constant), returns: Type (function), parameters: [Member] (class: of its constructor) }
//     name      dotted with its namespaces: `lambda.FunctionEnvironment`
//     members   properties of an interface or class, keys of a constant object or enum, parameters of a function
//   Member: { name, type: Type, optional, readonly, static, deprecated }; methods are left out
//   Type: { kind: name, name, arguments: [Type] }     `string`, `pulumi.Input<T>`, `undefined`
//       | { kind: union, types: [Type] } | { kind: array, element: Type } | { kind: map, value: Type }
//       | { kind: object, members: [Member] } | { kind: literal, value } | { kind: other, text }
//
// The files are parsed, not checked: a name is what the file says, and the reader resolves it. Of the comments only `@deprecated`
// counts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const ts = createRequire(import.meta.url)(process.env.TYPESCRIPT);
const { SyntaxKind: Kind } = ts;

const keywords = new Map([
    [Kind.StringKeyword, "string"], [Kind.NumberKeyword, "number"], [Kind.BooleanKeyword, "boolean"], [Kind.AnyKeyword, "any"],
    [Kind.UnknownKeyword, "unknown"], [Kind.UndefinedKeyword, "undefined"], [Kind.VoidKeyword, "void"], [Kind.NeverKeyword, "never"],
    [Kind.ObjectKeyword, "object"], [Kind.BigIntKeyword, "bigint"],
]);

const named = (name, types = []) => ({ kind: "name", name, arguments: types });

function typeOf(node) {
    if (node === undefined) return named("any");
    if (keywords.has(node.kind)) return named(keywords.get(node.kind));
    switch (node.kind) {
        case Kind.ParenthesizedType: return typeOf(node.type);
        case Kind.TypeOperator: return node.operator === Kind.ReadonlyKeyword ? typeOf(node.type) : other(node);
        case Kind.UnionType: return { kind: "union", types: node.types.map(typeOf) };
        case Kind.ArrayType: return { kind: "array", element: typeOf(node.elementType) };
        case Kind.TypeLiteral: return typeOfLiteral(node);
        case Kind.LiteralType: return typeOfConstant(node);
        case Kind.TypeReference: return typeOfReference(node);
        case Kind.ExpressionWithTypeArguments: return named(node.expression.getText(), (node.typeArguments ?? []).map(typeOf));
        default: return other(node);
    }
}

const other = node => ({ kind: "other", text: node.getText().replace(/\s+/g, " ") });

function typeOfLiteral(node) {
    const index = node.members.length === 1 && ts.isIndexSignatureDeclaration(node.members[0]) ? node.members[0] : undefined;
    return index ? { kind: "map", value: typeOf(index.type) } : { kind: "object", members: membersOf(node.members) };
}

function typeOfConstant({ literal }) {
    if (ts.isStringLiteral(literal)) return { kind: "literal", value: literal.text };
    if (ts.isNumericLiteral(literal)) return { kind: "literal", value: Number(literal.text) };
    if (literal.kind === Kind.NullKeyword) return named("null");
    if (literal.kind === Kind.TrueKeyword || literal.kind === Kind.FalseKeyword) {
        return { kind: "literal", value: literal.kind === Kind.TrueKeyword };
    }
    return other(literal);
}

function typeOfReference(node) {
    const name = node.typeName.getText();
    const types = (node.typeArguments ?? []).map(typeOf);
    if ((name === "Array" || name === "ReadonlyArray") && types.length === 1) return { kind: "array", element: types[0] };
    if (name === "Record" && types.length === 2) return { kind: "map", value: types[1] };
    return named(name, types);
}

const has = (node, kind) => node.modifiers?.some(modifier => modifier.kind === kind) ?? false;
const isDeprecated = node => ts.getJSDocDeprecatedTag(node) !== undefined;
const nameOf = name => ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : name.getText();

function membersOf(nodes) {
    return nodes
        .filter(node => (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node)) && !has(node, Kind.PrivateKeyword))
        .map(node => memberOf(node, node.type));
}

function memberOf(node, type) {
    return {
        name: nameOf(node.name), type: typeOf(type), optional: node.questionToken !== undefined,
        readonly: has(node, Kind.ReadonlyKeyword), static: has(node, Kind.StaticKeyword), deprecated: isDeprecated(node),
    };
}

function declarationOf(node, scope) {
    const about = (kind, rest) => ({
        kind, name: [...scope, nameOf(node.name)].join("."), deprecated: isDeprecated(node), extends: [], members: [], ...rest,
    });
    switch (node.kind) {
        case Kind.InterfaceDeclaration: return about("interface", { extends: basesOf(node), members: membersOf(node.members) });
        case Kind.ClassDeclaration: {
            const creator = node.members.find(ts.isConstructorDeclaration);
            return about("class", {
                extends: basesOf(node), members: membersOf(node.members),
                parameters: creator?.parameters.map(parameter => memberOf(parameter, parameter.type)),
            });
        }
        case Kind.TypeAliasDeclaration: return about("alias", { type: typeOf(node.type) });
        case Kind.EnumDeclaration: return about("enum", { members: node.members.map(enumMemberOf) });
        case Kind.FunctionDeclaration: return about("function", {
            members: node.parameters.map(parameter => memberOf(parameter, parameter.type)), returns: typeOf(node.type),
        });
        default: return undefined;
    }
}

const basesOf = node => (node.heritageClauses ?? [])
    .filter(clause => clause.token === Kind.ExtendsKeyword)
    .flatMap(clause => clause.types.map(typeOf));

function enumMemberOf(member) {
    const { initializer } = member;
    const value = initializer && (ts.isStringLiteral(initializer) || ts.isNumericLiteral(initializer)) ? initializer.text : undefined;
    const type = { kind: "literal", value };
    return { name: nameOf(member.name), type, optional: false, readonly: true, static: true, deprecated: isDeprecated(member) };
}

function constantsOf(statement, scope) {
    return statement.declarationList.declarations.map(node => {
        const type = typeOf(node.type);
        const name = [...scope, nameOf(node.name)].join(".");
        return { kind: "constant", name, deprecated: isDeprecated(statement), extends: [], members: type.members ?? [], type };
    });
}

function declarationsOf(statements, scope, ambient) {
    return statements.flatMap(node => {
        // Inside `declare namespace` everything is exported unless the block says otherwise.
        if (!ambient && !has(node, Kind.ExportKeyword)) return [];
        if (ts.isModuleDeclaration(node)) return node.body ? declarationsOf(bodyOf(node), [...scope, node.name.text], true) : [];
        if (ts.isVariableStatement(node)) return constantsOf(node, scope);
        return declarationOf(node, scope) ?? [];
    });
}

const bodyOf = node => ts.isModuleBlock(node.body) ? node.body.statements : [node.body];

function read(file) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    return { file, declarations: declarationsOf(source.statements, [], false) };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(read)));
