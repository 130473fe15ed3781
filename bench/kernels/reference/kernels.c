// The kernels of ../subjects in C, the same loops on flat arrays. `kernels <name> <n>` prints the nanoseconds of one call, the tenth percentile of
// 30 samples, or nothing for a name that it does not know.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static volatile double sink;
static uint32_t seed = 12345;
static double draw(void) {
  seed = seed * 1664525u + 1013904223u;
  return seed / 4294967296.0;
}
static double *numbers(size_t n) {
  double *values = malloc(n * sizeof *values);
  for (size_t i = 0; i < n; i++) values[i] = draw();
  return values;
}
static char *text(size_t n) {
  char *units = malloc(n + 1);
  for (size_t i = 0; i < n; i++) units[i] = 'a' + (int)(draw() * 4);
  return units;
}

static double *a, *b, *c;
static char *s, *t;

static double sumOfSquares(int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += (double)i * i;
  return sum;
}
static int __attribute__((noinline)) fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static double fibonacci(int n) { return fib(n); }
static double countPrimes(int n) {
  int count = 0;
  for (int i = 2; i <= n; i++) {
    int prime = 1;
    for (int d = 2; d * d <= i; d++)
      if (i % d == 0) {
        prime = 0;
        break;
      }
    count += prime;
  }
  return count;
}
static double sieve(int n) {
  char *composite = calloc(n + 1, 1);
  int count = 0;
  for (int i = 2; i <= n; i++) {
    if (composite[i]) continue;
    count++;
    for (int64_t j = (int64_t)i * i; j <= n; j += i) composite[j] = 1;
  }
  free(composite);
  return count;
}
static double saxpy(int n) {
  for (int i = 0; i < n; i++) b[i] = 0.5 * a[i] + b[i];
  return b[n - 1];
}
static double dot(int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}
static double editDistance(int n) {
  int w = n + 1;
  int *d = calloc((size_t)w * w, sizeof *d);
  for (int i = 0; i <= n; i++) d[i * w] = d[i] = i;
  for (int i = 1; i <= n; i++)
    for (int j = 1; j <= n; j++) {
      int least = d[(i - 1) * w + j - 1] + (s[i - 1] != t[j - 1]);
      if (d[(i - 1) * w + j] + 1 < least) least = d[(i - 1) * w + j] + 1;
      if (d[i * w + j - 1] + 1 < least) least = d[i * w + j - 1] + 1;
      d[i * w + j] = least;
    }
  double answer = d[n * w + n];
  free(d);
  return answer;
}
static double longestCommon(int n) {
  int w = n + 1;
  int *d = calloc((size_t)w * w, sizeof *d);
  for (int i = 1; i <= n; i++)
    for (int j = 1; j <= n; j++) {
      int up = d[(i - 1) * w + j], left = d[i * w + j - 1];
      d[i * w + j] = s[i - 1] == t[j - 1] ? d[(i - 1) * w + j - 1] + 1 : up > left ? up : left;
    }
  double answer = d[n * w + n];
  free(d);
  return answer;
}
static double matrixProduct(int n) {
  memset(c, 0, sizeof(double) * n * n);
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      for (int j = 0; j < n; j++) c[i * n + j] += a[i * n + k] * b[k * n + j];
  return c[n];
}
static double floydWarshall(int n) {
  memcpy(c, a, sizeof(double) * n * n);
  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++) {
        double through = c[i * n + k] + c[k * n + j];
        if (through < c[i * n + j]) c[i * n + j] = through;
      }
  return c[n];
}
static double mandelbrot(int n) {
  int total = 0;
  for (int y = 0; y < n; y++)
    for (int x = 0; x < n; x++) {
      double cr = 2.0 * x / n - 1.5, ci = 2.0 * y / n - 1, zr = 0, zi = 0;
      int steps = 0;
      while (zr * zr + zi * zi <= 4 && steps < 200) {
        double next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
        steps++;
      }
      total += steps;
    }
  return total;
}
static double convolution(int n) {
  memset(c, 0, sizeof(double) * (n + 49));
  for (int i = 0; i < n; i++)
    for (int j = 0; j < 50; j++) c[i + j] += a[i] * b[j];
  return c[n];
}
static double closestPair(int n) {
  double best = INFINITY;
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++) {
      double dx = a[i] - a[j], dy = b[i] - b[j], distance = sqrt(dx * dx + dy * dy);
      if (distance < best) best = distance;
    }
  return best;
}

static const struct {
  const char *name;
  double (*run)(int);
  size_t cells;
} kernels[] = {
    {"sumOfSquares", sumOfSquares, 1}, {"fibonacci", fibonacci, 1},         {"countPrimes", countPrimes, 1},
    {"sieve", sieve, 1},               {"saxpy", saxpy, 100000},           {"dot", dot, 100000},
    {"editDistance", editDistance, 1000}, {"longestCommon", longestCommon, 1000},
    {"matrixProduct", matrixProduct, 40000}, {"floydWarshall", floydWarshall, 40000}, {"mandelbrot", mandelbrot, 1},
    {"convolution", convolution, 20000}, {"closestPair", closestPair, 20000},
};

static int ascending(const void *x, const void *y) {
  double left = *(const double *)x, right = *(const double *)y;
  return (left > right) - (left < right);
}
static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e9 + at.tv_nsec;
}

int main(int count, char **arguments) {
  if (count < 3) return 1;
  // Read through a volatile, so that no call is computed at compile time or moved out of the loop.
  volatile int n = atoi(arguments[2]);
  for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
    if (strcmp(kernels[k].name, arguments[1]) != 0) continue;
    a = numbers(kernels[k].cells), b = numbers(kernels[k].cells), c = numbers(kernels[k].cells);
    s = text(kernels[k].cells), t = text(kernels[k].cells);
    double samples[30];
    for (int i = 0; i < 30; i++) {
      int calls = 0;
      double start = now(), end;
      do {
        sink = kernels[k].run(n);
        calls++;
        end = now();
      } while (end - start < 2e6);
      samples[i] = (end - start) / calls;
    }
    qsort(samples, 30, sizeof *samples, ascending);
    printf("%.1f\n", samples[3]);
  }
  return 0;
}
