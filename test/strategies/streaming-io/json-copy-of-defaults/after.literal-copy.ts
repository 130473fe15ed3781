interface Settings {
  retries: number;
  hosts: string[];
  proxy: { port: number; hidden: boolean | null; ranges: number[][] };
}

const DEFAULTS = {
  retries: 3,
  hosts: ['one.example', 'two.example'],
  proxy: { port: -1, hidden: null, ranges: [[1, 2], [3]] },
};

/** Settings that their owner may change. */
export function freshSettings(retries: number): Settings {
  const settings: Settings = {
    ...DEFAULTS,
    hosts: [...DEFAULTS.hosts],
    proxy: { ...DEFAULTS.proxy, ranges: DEFAULTS.proxy.ranges.map((item) => [...item]) },
  };
  settings.retries += retries;
  settings.proxy.ranges[0]?.push(retries);
  return settings;
}
