// Expressions that make strings, by what the string is for.
import type { TextRole } from './input-shape.ts';
import type { Printing } from './print-shape.ts';
import { readableNumber } from './readable-number.ts';

/** `length` is code; roles with a length of their own do not use it. */
export function textExpression(role: TextRole, length: string, printing: Printing): string {
  const { helper, quote } = printing;
  const between = (from: number, below: number): string =>
    `${helper('integer')}(random, ${readableNumber(from)}, ${readableNumber(below)})`;
  switch (role) {
    case 'letters':
      return `${helper('letters')}(random, ${length})`;
    case 'words':
      return `${helper('words')}(random, ${length})`;
    case 'word':
      return `${helper('word')}(random)`;
    case 'name':
      return `\`\${${helper('word')}(random)} \${${helper('word')}(random)}\``;
    case 'email':
      return `\`\${${helper('word')}(random)}@\${${helper('word')}(random)}.com\``;
    case 'id':
      // As many as there are of what they name: some are found elsewhere, some come twice.
      return `\`id-\${${helper('integer')}(random, 0, ${printing.size})}\``;
    case 'kind':
      // A few for all of them: what is looked for is found, and groups have several members.
      return `\`kind-\${${between(0, 8)}}\``;
    case 'uuid':
      return `\`00000000-0000-4000-8000-\${String(${between(0, 1_000_000)}).padStart(12, '0')}\``;
    case 'url':
      return `\`https://example.com/\${${helper('word')}(random)}/\${${between(1, 1000)}}\``;
    case 'path':
      return `\`folder/\${${helper('word')}(random)}/\${${helper('word')}(random)}.txt\``;
    case 'date':
      return `new Date(${between(1_500_000_000_000, 1_700_000_000_000)}).toISOString()`;
    case 'digits':
      return `Array.from({ length: ${length} }, () => ${between(1, 10)}).join('')`;
    case 'color':
      return `\`#\${${between(0x100000, 0x1000000)}.toString(16)}\``;
    case 'csv':
      return `Array.from({ length: ${length} }, (_, row) => \`\${row},\${${helper('word')}(random)},\${${between(0, 1000)}}\`).join('\\n')`;
    case 'json':
      return `JSON.stringify(Array.from({ length: ${length} }, (_, id) => ({ id, name: ${helper('word')}(random), value: ${between(0, 1000)} })))`;
    case 'lines':
      return `Array.from({ length: ${length} }, () => \`\${${helper('word')}(random)} \${${helper('word')}(random)} \${${between(0, 1000)}}\`).join(${quote('\n')})`;
    case 'file':
      return `${helper('textFile')}(${length}, random)`;
    case 'new-file':
      return `${helper('newFile')}()`;
    case 'separator':
      return quote(',');
  }
}
