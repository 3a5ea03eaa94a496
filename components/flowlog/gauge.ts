/** The log at a glance: for each window how much was accepted and how much rejected, on four steps. Pure. */
import type { WrittenRecord } from '@/lib/core/flowlog/record';

export interface GaugeBar {
  /** The start of the window, in milliseconds since 1970. */
  readonly at: number;
  /** 0-4, from the logarithm of the packets. */
  readonly accepted: number;
  readonly rejected: number;
}

/** A log at a glance: its bars, and the same in words. */
export interface LogGlance {
  readonly bars: readonly GaugeBar[];
  readonly sentence: string;
}

const MOST_BARS = 15;

/** In pixels: bars side by side, each up to 8 high on either side of their line. */
export const GAUGE = { pitch: 3.6, width: MOST_BARS * 3.6, height: 16 } as const;

export function gaugeOf(records: readonly WrittenRecord[], from: number, to: number): readonly GaugeBar[] {
  const length = (to - from) / MOST_BARS;
  const bars = Array.from({ length: MOST_BARS }, () => ({ accepted: 0, rejected: 0 }));
  for (const { record } of records) {
    const bar = bars[Math.floor((record.start * 1000 - from) / length)];
    if (!bar || record.packets === null) continue;
    if (record.action === 'ACCEPT') bar.accepted += record.packets;
    else if (record.action === 'REJECT') bar.rejected += record.packets;
  }
  return bars.map(({ accepted, rejected }, i) => ({
    at: from + i * length,
    accepted: step(accepted),
    rejected: step(rejected),
  }));
}

function step(packets: number): number {
  return packets === 0 ? 0 : Math.min(4, 1 + Math.floor(Math.log10(packets) / 0.6));
}

/** "no traffic in 15 minutes" / "102 records, 9 rejected" */
export function gaugeSentence(records: readonly WrittenRecord[], from: number, to: number): string {
  const traffic = records.filter(({ record }) => record['log-status'] === 'OK');
  if (traffic.length === 0) return `no traffic in ${Math.round((to - from) / 60_000)} minutes`;
  const rejected = traffic.filter(({ record }) => record.action === 'REJECT').length;
  const total = traffic.length === 1 ? '1 record' : `${traffic.length} records`;
  return `${total}, ${rejected === 0 ? 'none' : rejected} rejected`;
}
