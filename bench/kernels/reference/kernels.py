# The kernels of ../subjects with NumPy, where it has operations on whole arrays for them, and with Numba, where the loops are the same as in C.
# `kernels.py <name> <n>` prints the nanoseconds of one call as JSON, the tenth percentile of 20 samples; {} for a name that it does not know.
# Each is timed on arrays that are there already and, where the function in JavaScript takes plain arrays, from lists and to lists as well.
# What changes its arrays gets arrays that no call has changed, made before the clock starts, as the functions in JavaScript do: on arrays that the call
# before has left in the cache, the same work takes less.
#
# The same work gives the same bits: "numpy" is what does, and it is compared with the loop before it is timed. "otherRoundings" is what NumPy has
# besides for sums in another order (BLAS, with fused multiply-add; sums of pairs), which a loop may not be made into.
import json
import sys
import time

import numpy as np

try:
    from numba import njit
except ImportError:
    njit = None

random = np.random.default_rng(5)


def sum_of_squares(n):
    def whole(n):
        values = np.arange(n, dtype=np.float64)
        return np.cumsum(values * values)[-1]

    def other(n):
        values = np.arange(n, dtype=np.float64)
        return np.dot(values, values)

    def loop(n):
        total = 0.0
        for i in range(n):
            total += float(i) * i
        return total

    return whole, loop, (n,), other


def fibonacci(n):
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)

    if njit is not None:
        fib = njit("int64(int64)")(fib)
    return None, lambda n: fib(n), (n,)


def count_primes(n):
    def loop(n):
        count = 0
        for i in range(2, n + 1):
            prime = True
            d = 2
            while d * d <= i:
                if i % d == 0:
                    prime = False
                    break
                d += 1
            if prime:
                count += 1
        return count

    return None, loop, (n,)


def sieve(n):
    def whole(n):
        composite = np.zeros(n + 1, dtype=np.bool_)
        for i in range(2, int(n**0.5) + 1):
            if not composite[i]:
                composite[i * i :: i] = True
        return n - 1 - np.count_nonzero(composite)

    def loop(n):
        composite = np.zeros(n + 1, dtype=np.bool_)
        count = 0
        for i in range(2, n + 1):
            if composite[i]:
                continue
            count += 1
            for j in range(i * i, n + 1, i):
                composite[j] = True
        return count

    return whole, loop, (n,)


def prefix_sums(n):
    def loop(values):
        sums = np.empty(len(values))
        total = 0.0
        for i in range(len(values)):
            total += values[i]
            sums[i] = total
        return sums

    return np.cumsum, loop, (random.random(n),)


def moving_average(n):
    def whole(values):
        sums = np.zeros(len(values) - 29)
        for j in range(30):
            sums += values[j : j + len(sums)]
        return sums / 30

    def other(values):
        return np.lib.stride_tricks.sliding_window_view(values, 30).sum(axis=1) / 30

    def loop(values):
        averages = np.empty(len(values) - 29)
        for i in range(len(averages)):
            total = 0.0
            for j in range(30):
                total += values[i + j]
            averages[i] = total / 30
        return averages

    return whole, loop, (random.random(n),), other


def histogram(n):
    def whole(values):
        return np.bincount((values * 64).astype(np.int64), minlength=64)

    def loop(values):
        counts = np.zeros(64, dtype=np.int64)
        for i in range(len(values)):
            counts[int(values[i] * 64)] += 1
        return counts

    return whole, loop, (random.random(n),)


def saxpy(n):
    def whole(a, x, y):
        y += a * x
        return y

    def loop(a, x, y):
        for i in range(len(x)):
            y[i] = a * x[i] + y[i]
        return y

    return whole, loop, (0.5, random.random(n), random.random(n))


def dot(n):
    def whole(x, y):
        return np.cumsum(x * y)[-1]

    def loop(x, y):
        total = 0.0
        for i in range(len(x)):
            total += x[i] * y[i]
        return total

    return whole, loop, (random.random(n), random.random(n)), np.dot


def edit_distance(n):
    a = random.integers(0, 4, n)
    b = random.integers(0, 4, n)

    def loop(a, b):
        distances = np.zeros((len(a) + 1, len(b) + 1), dtype=np.int32)
        for i in range(len(a) + 1):
            distances[i, 0] = i
        for j in range(len(b) + 1):
            distances[0, j] = j
        for i in range(1, len(a) + 1):
            for j in range(1, len(b) + 1):
                cost = 0 if a[i - 1] == b[j - 1] else 1
                distances[i, j] = min(distances[i - 1, j] + 1, distances[i, j - 1] + 1, distances[i - 1, j - 1] + cost)
        return distances[len(a), len(b)]

    return None, loop, (a, b)


def matrix_product(n):
    a = random.random((n, n))
    b = random.random((n, n))

    def loop(a, b):
        product = np.zeros((a.shape[0], b.shape[1]))
        for i in range(a.shape[0]):
            for k in range(b.shape[0]):
                for j in range(b.shape[1]):
                    product[i, j] += a[i, k] * b[k, j]
        return product

    return lambda a, b: np.einsum("ik,kj->ij", a, b), loop, (a, b), lambda a, b: a @ b


def floyd_warshall(n):
    distances = random.random((n, n))

    def whole(distances):
        shortest = distances.copy()
        for k in range(n):
            np.minimum(shortest, shortest[:, k, None] + shortest[k], out=shortest)
        return shortest

    def loop(distances):
        shortest = distances.copy()
        for k in range(shortest.shape[0]):
            for i in range(shortest.shape[0]):
                for j in range(shortest.shape[0]):
                    through = shortest[i, k] + shortest[k, j]
                    if through < shortest[i, j]:
                        shortest[i, j] = through
        return shortest

    return whole, loop, (distances,)


def mandelbrot(n):
    def loop(size, limit):
        total = 0
        for y in range(size):
            for x in range(size):
                cr = (2 * x) / size - 1.5
                ci = (2 * y) / size - 1
                zr = 0.0
                zi = 0.0
                steps = 0
                while zr * zr + zi * zi <= 4 and steps < limit:
                    following = zr * zr - zi * zi + cr
                    zi = 2 * zr * zi + ci
                    zr = following
                    steps += 1
                total += steps
        return total

    return None, loop, (n, 200)


def convolution(n):
    def whole(signal, kernel):
        result = np.zeros(len(signal) + len(kernel) - 1)
        for j in range(len(kernel) - 1, -1, -1):
            result[j : j + len(signal)] += signal * kernel[j]
        return result

    def loop(signal, kernel):
        result = np.zeros(len(signal) + len(kernel) - 1)
        for i in range(len(signal)):
            for j in range(len(kernel)):
                result[i + j] += signal[i] * kernel[j]
        return result

    return whole, loop, (random.random(n), random.random(50)), np.convolve


def closest_pair(n):
    xs = random.random(n)
    ys = random.random(n)

    def loop(xs, ys):
        best = np.inf
        for i in range(len(xs)):
            for j in range(i + 1, len(xs)):
                distance = np.sqrt((xs[i] - xs[j]) ** 2 + (ys[i] - ys[j]) ** 2)
                if distance < best:
                    best = distance
        return best

    return None, loop, (xs, ys)


kernels = {
    "sumOfSquares": sum_of_squares,
    "fibonacci": fibonacci,
    "countPrimes": count_primes,
    "sieve": sieve,
    "prefixSums": prefix_sums,
    "movingAverage": moving_average,
    "histogram": histogram,
    "saxpy": saxpy,
    "dot": dot,
    "editDistance": edit_distance,
    "matrixProduct": matrix_product,
    "floydWarshall": floyd_warshall,
    "mandelbrot": mandelbrot,
    "convolution": convolution,
    "closestPair": closest_pair,
}
on_lists = {"prefixSums", "movingAverage", "histogram", "dot", "matrixProduct", "convolution", "closestPair"}


def from_lists(function, arguments):
    lists = [one.tolist() for one in arguments]

    def call():
        result = function(*[np.array(one) for one in lists])
        return result.tolist() if isinstance(result, np.ndarray) else result

    return call


changing = {"saxpy"}


def nanoseconds_on_fresh(function, arguments):
    function(*[copied(one) for one in arguments])
    samples = []
    for _ in range(20):
        fresh = [[copied(one) for one in arguments] for _ in range(4)]
        start = time.perf_counter_ns()
        for given in fresh:
            function(*given)
        samples.append((time.perf_counter_ns() - start) / len(fresh))
    return sorted(samples)[2]


def copied(argument):
    return argument.copy() if isinstance(argument, np.ndarray) else argument


def nanoseconds(call):
    call()
    samples = []
    for _ in range(20):
        calls = 0
        start = time.perf_counter_ns()
        end = start
        while end - start < 2_000_000:
            call()
            calls += 1
            end = time.perf_counter_ns()
        samples.append((end - start) / calls)
    return sorted(samples)[2]


def check_same(name, whole, loop, arguments):
    copies = [copied(one) for one in arguments]
    if not np.array_equal(whole(*arguments), loop(*copies)):
        sys.exit(f"{name}: NumPy gives other bits than the loop.")


times = {}
name = sys.argv[1]
make = kernels.get(name)
if make is not None:
    # As large as Python's own loops do soon.
    whole, loop, arguments, *other = make(60)
    if whole is not None:
        check_same(name, whole, loop, arguments)
    whole, loop, arguments, *other = make(int(sys.argv[2]))
    versions = {"numpy": whole, "otherRoundings": other[0] if other else None}
    if njit is not None:
        versions["numba"] = loop if name == "fibonacci" else njit(loop)
    for version, function in versions.items():
        if function is None:
            continue
        if name in changing:
            times[version] = nanoseconds_on_fresh(function, arguments)
            continue
        times[version] = nanoseconds(lambda: function(*arguments))
        if name in on_lists:
            times[version + "OnLists"] = nanoseconds(from_lists(function, arguments))
print(json.dumps(times))
