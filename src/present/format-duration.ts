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
  if (!Number.isFinite(milliseconds)) return 'unknown';
  // An estimate of the time left may have run out already.
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 119.5) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** A speed-up as '1.84x', '736x', '48,000x', '0.31x'. */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) return 'unknown';
  // The digits after the second say nothing at this height, and exponents are not read at a glance.
  if (ratio >= 9995) return `${formatCount(Number(ratio.toPrecision(2)))}x`;
  if (ratio > 0 && ratio < 0.0001) return '<0.0001x';
  if (ratio >= 1) return `${significant(ratio)}x`;
  // Below one two digits say enough: 0.02x, not 0.0204x.
  return `${ratio >= 0.01 ? ratio.toFixed(2) : Number(ratio.toPrecision(2))}x`;
}

/** A fraction as '2.4 %'. */
export function formatPercent(fraction: number): string {
  if (!Number.isFinite(fraction)) return 'unknown';
  const percent = fraction * 100;
  // Not '-0.0 %' for what rounds to nothing.
  if (Math.abs(percent) < 0.05) return '0.0 %';
  return `${Math.abs(percent) < 9.95 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** 1234567 as '1,234,567'. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? count.toLocaleString('en-US', { maximumFractionDigits: 2 }) : 'unknown';
}

/** Bytes as '512 B', '1.20 KB', '64.0 MB' (1 KB = 1024 B). */
export function formatBytes(bytes: number): string {
  if (!Number.isFinite(bytes)) return 'unknown';
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? Math.round(value) : significant(value)} ${units[unit] ?? 'GB'}`;
}

function significant(value: number): string {
  if (Math.abs(value) >= 99.95) return Math.round(value).toString();
  // Chosen by what is printed: 9.996 is '10.0', not '10.00'. Below a thousandth there is nothing to measure.
  return Math.abs(value) < 0.0005 ? '0' : value.toPrecision(3);
}
