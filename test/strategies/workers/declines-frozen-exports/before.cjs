function twice(n) {
  return n * 2;
}

module.exports = Object.freeze({ twice });
