// What may stand at a place of a YAML file, by its JSON schema. It reads YAML as these files are written: a key a line, by indentation.

/** The place of an offset: the keys that lead there ('[]' for an item of a list), and the word that is being written. */
export function placeAt(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  const line = partsOf(lines.pop());
  const value = /^([^:#]+):\s+(.*)$/.exec(line.rest);
  const path = [];
  let limit = line.column;
  if (line.dash !== null) {
    path.unshift('[]');
    limit = line.dash + 1;
  }
  for (const each of lines.reverse().filter(each => /\S/.test(each) && !/^\s*#/.test(each)).map(partsOf)) {
    const key = /^([^:#]+):/.exec(each.rest)?.[1];
    if (each.column < limit && key !== undefined) {
      path.unshift(key);
      limit = each.column;
    } else if (each.column !== limit || each.dash === null) {
      continue;
    }
    if (each.dash !== null && each.dash < limit) {
      path.unshift('[]');
      limit = each.dash + 1;
    }
  }
  return value ? { path: [...path, value[1].trim()], isValue: true, word: value[2] } : { path, isValue: false, word: line.rest };
}

function partsOf(line) {
  const [, indent, dashes, rest] = /^(\s*)((?:- +)*)(.*)$/.exec(line);
  return { dash: dashes === '' ? null : indent.length + dashes.lastIndexOf('-'), column: indent.length + dashes.length, rest };
}

/** What fits at an offset: text to insert in the word's place, and what it means. names(key) gives what a key may name. */
export function completionsAt(text, offset, schema, names) {
  const place = placeAt(text, offset);
  const found = place.path.reduce((schemas, key) => schemas.flatMap(each => below(schema, each, key)), resolved(schema, schema));
  const all = place.isValue ? found.flatMap(each => valuesOf(each)).concat(names(place.path.at(-1)).map(name => ({ text: name,
    detail: '' })))
    : found.flatMap(each => keysOf(schema, each));
  const unique = [...new Map(all.map(each => [each.text, each])).values()];
  const word = place.word.trim();
  return { word: place.word, items: unique.filter(each => each.text.toLowerCase().startsWith(word.toLowerCase()) && each.text !== word) };
}

function resolved(root, schema) {
  if (!schema || typeof schema !== 'object') return [];
  const target = schema.$ref ? schema.$ref.slice(2).split('/').reduce((at, key) => at?.[key], root) : null;
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...(target ? resolved(root, target) : []), ...parts.flatMap(part => resolved(root, part))];
}

function below(root, schema, key) {
  if (key === '[]') return [schema.items].flat().flatMap(item => resolved(root, item));
  return resolved(root, schema.properties?.[key] ?? schema.additionalProperties);
}

const keysOf = (root, schema) => Object.entries(schema.properties ?? {}).filter(([, of]) => of !== false).map(([name, of]) => {
  const all = resolved(root, of);
  const nests = all.some(each => [each.type].flat().some(type => type === 'object' || type === 'array'));
  return { text: `${name}:${nests ? '' : ' '}`, detail: all.find(each => each.description)?.description ?? '' };
});

const valuesOf = schema => [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : []), ...(schema.type === 'boolean' ? [true,
  false] : [])]
  .map(value => ({ text: String(value), detail: '' }));

/** The names that a file defines below a key, such as segments. */
export function namesIn(text, key) {
  const lines = (text ?? '').split('\n');
  const start = lines.findIndex(line => line.startsWith(`${key}:`));
  if (start < 0) return [];
  const end = lines.findIndex((line, index) => index > start && /^[^\s#]/.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).map(line => /^ {2}([^\s:#-][^:#]*):/.exec(line)?.[1]).filter(Boolean);
}
