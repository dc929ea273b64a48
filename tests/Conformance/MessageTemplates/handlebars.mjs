// Answers each question {template, data} with {text} or {error}: what Handlebars.js renders.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

const Handlebars = createRequire(join(process.argv[2], 'package.json'))('handlebars')

function answer({ template, data }) {
  try {
    return { text: Handlebars.compile(template)(data) }
  } catch (error) {
    return { error: error.message }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(JSON.parse(line))))
}
