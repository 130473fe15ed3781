const fs = require('fs');

/** @param {string} file */
function settings(file) {
  var found = {};
  fs.readFileSync(file, 'utf8').split('\n').forEach(function (line) {
    line = line.trim();
    if (line === '' || line[0] === '#') return;
    var parts = line.split(' ');
    var value = '';
    for (var i = 1; i < parts.length; i++) {
      var part = parts[i];
      value += part;
    }
    if (found[parts[0]] === value) return null;
    found[parts[0]] = value;
  });
  return found;
}
module.exports = { settings };
