// Helpers for tables.
'use strict';

exports.groupBy = function (rows, key) {
  if (rows?.constructor !== Array) return groupByOfAny(rows, key);
  // Every group is a list.
  const groups = {};
  const count = rows.length;
  for (let i = 0; i < count; i++) {
    if (!(i in rows)) continue; // forEach skips holes
    const row = rows[i];
    const name = row[key];
    if (!groups[name]) groups[name] = [];
    groups[name].push(row);
  }
  return groups;
};

/** `groupBy` for arguments of any kind. */
function groupByOfAny(rows, key) {
  // Every group is a list.
  const groups = {};
  rows.forEach(function (row) {
    const name = row[key];
    if (!groups[name]) groups[name] = [];
    groups[name].push(row);
  });
  return groups;
}

exports.version = 1;
