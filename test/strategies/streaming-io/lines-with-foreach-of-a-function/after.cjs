const fs = require('fs');
const { StringDecoder } = require('node:string_decoder');

/** @param {string} file */
function settings(file) {
  var found = {};
  for (const lines of linesInPieces(file)) {
    for (let line of lines) {
      line = line.trim();
      if (line === '' || line[0] === '#') continue;
      const parts = line.split(' ');
      let value = '';
      for (let i = 1; i < parts.length; i++) {
        const part = parts[i];
        value += part;
      }
      if (found[parts[0]] === value) continue;
      found[parts[0]] = value;
    }
  }
  return found;
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
module.exports = { settings };
