// Mistakes that reading in pieces and collected writing can have, planted into rewrites of the streaming strategy: pieces lost, joined or in another
// order, errors swallowed or thrown early, files left open or written where nothing was written. The product's own verifier has to find each.
import { type Rewrite, testMistakes } from './planted-mistakes.ts';

const rewrites: readonly Rewrite[] = [
  {
    fixture: 'streaming-io/appends-in-a-loop',
    name: 'addAll',
    after: 'after.ts',
    mistakes: [
      {
        what: 'something else stands in front of each piece',
        from: 'pending += `',
        to: 'pending = pending.length + `',
      },
      {
        what: 'the file is replaced',
        from: "if (pending !== '') appendFileSync(file, pending);",
        to: "if (pending !== '') appendFileSync(file, pending, { flag: 'w' });",
      },
      { what: 'a file without a piece', from: "if (pending !== '') append", to: 'append' },
      { what: 'an error is swallowed', isCaveat: true, from: '  } finally {', to: '  } catch {} finally {' },
      {
        what: 'what was collected before an error is lost',
        isCaveat: true,
        from: '  } finally {\n    // What was collected before an error is written as well.\n',
        to: '  } catch (error) {\n    pending = "";\n    throw error;\n  } finally {\n',
      },
      {
        what: 'a second file beside it',
        from: "if (pending !== '') append",
        to: "appendFileSync(file + '.old', pending);\n    if (pending !== '') append",
      },
    ],
  },
  {
    fixture: 'streaming-io/appends-that-are-awaited',
    name: 'addAll',
    after: 'after.ts',
    mistakes: [
      { what: 'the file is replaced', from: 'open(file, "a")', to: 'open(file, "w")', isEverywhere: true },
      { what: 'a file without a piece', from: '      if (pending !== "") {', to: '      {' },
      { what: 'the end is never written', from: '      if (pending !== "") {', to: '      if (pending === "") {' },
      { what: 'the file stays open', from: 'await handle?.close()', to: '' },
    ],
  },
  {
    fixture: 'streaming-io/appends-in-several-places',
    name: 'writeTable',
    after: 'after.ts',
    mistakes: [
      { what: 'pieces of two appends are exchanged', from: "pending += 'row: ';", to: "pending = 'row: ' + pending;" },
    ],
  },
  {
    fixture: 'streaming-io/writes-to-a-descriptor',
    name: 'save',
    after: 'after.ts',
    mistakes: [
      { what: 'what was there stays', from: "openSync(file, 'w')", to: "openSync(file, 'a')" },
      { what: 'the header comes last', from: "writeSync(descriptor, 'id,value\\n');", to: '' },
      {
        what: 'what was collected before an error is lost',
        isCaveat: true,
        from: "if (pending !== '') writeSync(descriptor, pending);",
        to: "if (pending !== '' && rows.every((row) => row.every((cell) => typeof cell === 'number'))) writeSync(descriptor, pending);",
      },
      { what: 'the file stays open', from: 'closeSync(descriptor);', to: '' },
    ],
  },
  {
    fixture: 'streaming-io/lines-counted',
    name: 'countErrors',
    after: 'after.ts',
    mistakes: [
      { what: 'the last line is lost', from: 'yield [rest + decoder.end()];', to: '' },
      { what: 'lines are cut where a piece ends', from: 'lines[0] = rest + lines[0];', to: 'lines.unshift(rest);' },
      {
        what: 'the error of a missing file is swallowed',
        isCaveat: true,
        from: "const descriptor = openSync(file, 'r');",
        to: "let descriptor: number;\n  try {\n    descriptor = openSync(file, 'r');\n  } catch {\n    return;\n  }",
      },
      {
        what: 'the error of a missing file has no code',
        isCaveat: true,
        from: "const descriptor = openSync(file, 'r');",
        to: "let descriptor: number;\n  try {\n    descriptor = openSync(file, 'r');\n  } catch (error) {\n    throw new Error((error as Error).message);\n  }",
      },
      { what: 'the file stays open', from: 'closeSync(descriptor);', to: '' },
    ],
  },
  {
    fixture: 'streaming-io/lines-of-an-async-read',
    name: 'longest',
    after: 'after.ts',
    mistakes: [
      { what: 'a piece is read twice', from: 'buffer.subarray(0, bytesRead)', to: 'buffer' },
      { what: 'the file stays open', from: 'await handle.close();', to: '' },
    ],
  },
  {
    fixture: 'streaming-io/lines-with-breaks-inside',
    name: 'kinds',
    after: 'after.ts',
    mistakes: [
      { what: 'a carriage return stays', from: "if (line?.endsWith('\\r'))", to: "if (line === '\\r')" },
      {
        what: 'the last carriage return goes',
        from: 'yield [rest + decoder.end()];',
        to: "yield [(rest + decoder.end()).replace('\\r', '')];",
      },
    ],
  },
  {
    fixture: 'streaming-io/lines-with-their-number',
    name: 'firstError',
    after: 'after.ts',
    mistakes: [
      { what: 'each piece counts anew', from: 'const i = next++;', to: 'const i = lines.indexOf(line);' },
      { what: 'the count begins at one', from: 'let next = 0', to: 'let next = 1' },
    ],
  },
  {
    fixture: 'streaming-io/lines-of-trimmed-text',
    name: 'lengths',
    after: 'after.ts',
    mistakes: [
      { what: 'white space in front stays', isCaveat: true, from: "rest === '' ? text.trimStart() : text", to: 'text' },
      { what: 'white space at the end stays', from: '.trimEnd().split', to: '.split' },
    ],
  },
  {
    fixture: 'streaming-io/words-in-lower-case',
    name: 'wordCounts',
    after: 'after.ts',
    mistakes: [
      { what: 'words are cut where a piece ends', from: "lastIndexOf('\\n')", to: 'length' },
      { what: 'the words of a piece are lost', from: 'rest += piece;', to: 'rest = piece;' },
      { what: 'two lines are one word', from: 'piece.slice(end + 1).trimStart()', to: "''" },
      { what: 'letters stay what they are', from: 'rest + decoder.end()).toLowerCase()', to: 'rest + decoder.end())' },
    ],
  },
  {
    fixture: 'streaming-io/lines-found-and-returned',
    name: 'firstError',
    after: 'after.ts',
    mistakes: [{ what: 'the file stays open', from: 'closeSync(descriptor);', to: '' }],
  },
  {
    fixture: 'streaming-io/first-lines-awaited',
    name: 'preview',
    after: 'after.ts',
    mistakes: [
      { what: 'the last line is lost', from: 'lines.push(rest + decoder.end());', to: '' },
      { what: 'the file stays open', from: 'await handle.close();', to: '' },
    ],
  },
  {
    fixture: 'streaming-io/reads-all-at-once',
    name: 'lengths',
    after: 'after.ts',
    mistakes: [
      { what: 'results in another order', from: '[...items].entries()', to: '[...items].reverse().entries()' },
      {
        what: 'an error becomes an empty text',
        isCaveat: true,
        from: 'await task(item);',
        to: 'await task(item).catch(() => "" as never);',
      },
      { what: 'the last item is left out', from: '[...items].entries()', to: 'items.slice(0, -1).entries()' },
      { what: 'nobody waits for the last ones', from: 'await Promise.all(Array', to: 'await Promise.race(Array' },
    ],
  },
  {
    fixture: 'streaming-io/reads-all-at-once-behind-a-look',
    name: 'places',
    after: 'after.ts',
    mistakes: [
      { what: 'results in another order', from: 'files.map(async', to: '[...files].reverse().map(async' },
      { what: 'who waits is forgotten', from: 'if (next) next();', to: 'if (next && running > most) next();' },
      { what: 'the look comes later', from: 'const from = at;', to: 'await null;\n      const from = at;' },
    ],
  },
  {
    fixture: 'streaming-io/reads-in-order',
    name: 'lengthsOf',
    after: 'after.ts',
    mistakes: [
      { what: 'the contents of another file', from: 'ahead.shift()', to: 'ahead.pop()' },
      {
        what: 'an error becomes an empty text',
        isCaveat: true,
        from: 'ahead.push(content);',
        to: 'ahead.push(content.catch(() => "" as never));',
      },
    ],
  },
  {
    fixture: 'streaming-io/json-copy-of-records',
    name: 'copied',
    after: 'after.ts',
    mistakes: [
      {
        what: 'the copy is shared',
        from: 'if (Array.isArray(value)) {',
        to: 'if (Array.isArray(value) && value.length > 0 && depth === 0) return value;\n    if (Array.isArray(value)) {',
      },
      { what: 'undefined stays a field', from: 'if (field !== undefined) copy', to: 'copy' },
    ],
  },
];

testMistakes(rewrites);
