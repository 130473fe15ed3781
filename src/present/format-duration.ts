// Numbers as people read them: durations, ratios, counts, bytes. Three significant digits, one space before the unit.

/** Nanoseconds as '812 ns', '1.24 ms', '2.03 s'. */
export function formatDuration(nanoseconds: number): string {
  if (!Number.isFinite(nanoseconds)) return 'unknown';
  const units: readonly (readonly [number, string])[] = [
    [1, 'ns'],
    [1e3, 'µs'],
    [1e6, 'ms'],
    [1e9, 's'],
  ];
  // 999.6 ns rounds to 1000 ns: the next unit is chosen by what is printed, not by the raw value.
  const [scale, unit] = units.find(([candidate]) => Math.abs(nanoseconds / candidate) < 999.5) ?? [1e9, 's'];
  return `${significant(nanoseconds / scale)} ${unit}`;
}

/** Milliseconds of wall time as '0.4 s', '12 s', '2 min 5 s'. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 119.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A speed-up as '1.84x', '736x', '0.31x'. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'unknown';
  if (ratio >= 10_000) return `${Number(ratio.toPrecision(2)).toExponential(0).replace('e+', 'e')}x`;
  // Below one two digits say enough: 0.02x, not 0.0204x.
  return ratio < 1 ? `${Number(ratio.toPrecision(2))}x` : `${significant(ratio)}x`;
}

/** A fraction as '2.4 %'. */
export function formatPercent(fraction: number): string {
  const percent = fraction * 100;
  return `${Math.abs(percent) < 9.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** 1234567 as '1,234,567'. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** Bytes as '512 B', '1.2 KB', '64 MB' (1 KB = 1024 B). */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${significant(value)} ${units[unit] ?? 'GB'}`;
}

function significant(value: number): string {
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  if (magnitude >= 2) return Math.round(value).toString();
  return value.toFixed(Math.min(2 - magnitude, 4));
}
