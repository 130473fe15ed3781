const fs = require('fs');
const { StringDecoder } = require('node:string_decoder');

function countErrors(file) {
  if (typeof file !== 'string') return countErrorsOfAny(file);
  let count = 0;
  for (const lines of linesInPieces(file)) {
    for (const line of lines) {
      if (line.startsWith('ERROR')) count++;
    }
  }
  return count;
}

/** The lines of a text file, exactly as `split('\n')` gives them, one piece of the file after the other. */
function* linesInPieces(file) {
  const descriptor = fs.openSync(file, 'r');
  try {
    const decoder = new StringDecoder('utf8');
    const buffer = Buffer.allocUnsafe(65_536);
    let rest = '';
    for (let length = fs.readSync(descriptor, buffer); length > 0; length = fs.readSync(descriptor, buffer)) {
      const lines = decoder.write(buffer.subarray(0, length)).split('\n');
      // The first one began in the piece before, and the last one may go on in the next.
      lines[0] = rest + lines[0];
      rest = lines.pop() ?? '';
      yield lines;
    }
    yield [rest + decoder.end()];
  } finally {
    fs.closeSync(descriptor);
  }
}

/** `countErrors` for arguments of any kind. */
function countErrorsOfAny(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  let count = 0;
  for (const line of lines) {
    if (line.startsWith('ERROR')) count++;
  }
  return count;
}

module.exports = { countErrors };
