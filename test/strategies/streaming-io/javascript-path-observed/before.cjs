const fs = require('fs');

function countErrors(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  let count = 0;
  for (const line of lines) {
    if (line.startsWith('ERROR')) count++;
  }
  return count;
}

module.exports = { countErrors };
