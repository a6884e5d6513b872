// What mail programs lack of the HTML on standard input, by caniemail.com: {program: {feature: [notes]}} as JSON.
import { readFileSync } from "node:fs";
import { caniemail } from "caniemail";

const { issues } = caniemail({ clients: process.argv.slice(2), html: readFileSync(0, "utf-8") });
const found = {};
for (const [program, list] of [...issues.errors, ...issues.warnings]) {
  found[program] ??= {};
  for (const { title, notes } of list) found[program][title] = notes;
}
console.log(JSON.stringify(found));
