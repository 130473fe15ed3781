const { stat, readdir } = require('fs').promises;
const path = require('path');

/** @param {string} folder */
async function sizeOf(folder) {
  const names = await readdir(folder);
  names.sort();
  let size = 0;
  for await (const [, stats] of readAhead(names, (name) => stat(path.join(folder, name)))) {
    size += stats.size;
  }
  return size;
}

/** What `read` gives for each file, in their order, with up to 8 of them read at once. */
async function* readAhead(files, read) {
  const ahead = [];
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(index + ahead.length, index + 8)) {
      const content = Promise.resolve(next).then(read);
      // An error is thrown when it is the turn of its file; until then nobody waits for it.
      content.catch(() => undefined);
      ahead.push(content);
    }
    yield [file, await ahead.shift()];
  }
}

module.exports = { sizeOf };
