/** Queries over a million records, beside loops that somebody would write by hand for that one question. */
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { recordRows } from '@/lib/core/flowlog/insights/record-rows';
import { runQuery } from '@/lib/core/flowlog/insights/run/start-query';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { parseRecord } from '@/lib/core/flowlog/text';

const RECORDS = 1_000_000;
const HOSTS = 300;

/** Read from lines, so that equal addresses are equal texts and not the same text, as in a file. */
const records = Array.from({ length: RECORDS }, (_, i): ParsedRecord => {
  const host = (i * 7919) % HOSTS;
  const peer = (i * 104_729 + (i >> 4)) % 200;
  const line = `2 111122223333 eni-${host % 16} 10.0.${host >> 8}.${host & 255} 10.1.0.${peer} ${32768 + (i % 28_000)} 443 6 ${1 + (i % 50)} ${40 + (i % 1460)} ${1_700_000_000 + (i >> 6)} ${1_700_000_060 + (i >> 6)} ${i % 9 === 0 ? 'REJECT' : 'ACCEPT'} OK`;
  const door = parseRecord(line, DEFAULT_FIELDS);
  if ('issue' in door) throw new Error(door.issue);
  return door.record;
});

/** Hardly two records between the same two addresses: 567,000 pairs of a million addresses. */
const strangers = records.slice(0, 600_000).map((record, i): ParsedRecord => {
  const turn = i % 567_000;
  const address = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  return {
    ...record,
    srcaddr: address(Math.imul(turn, 40_503) & 0xffffff),
    dstaddr: address(Math.imul(turn, 52_711) & 0xffffff),
  };
});

const rows = recordRows(DEFAULT_FIELDS);

const TOP_TALKERS =
  'stats sum(bytes) as bytesTransferred by srcAddr, dstAddr | sort bytesTransferred desc | limit 10';

function query(text: string, all: readonly ParsedRecord[] = records): () => void {
  const door = parseQuery(text);
  if ('issues' in door) throw new Error(door.issues[0]?.message);
  return () => {
    runQuery(door.query, rows, all, { now: 0 });
  };
}

type Total = [source: string | null, destination: string | null, bytes: number];

const topTen = (totals: Total[]): Total[] => totals.sort((a, b) => b[2] - a[2]).slice(0, 10);

function nestedMaps(all: readonly ParsedRecord[]): Total[] {
  const bySource = new Map<string | null, Map<string | null, number>>();
  for (const { srcaddr = null, dstaddr = null, bytes } of all) {
    let byDestination = bySource.get(srcaddr);
    if (!byDestination) {
      byDestination = new Map();
      bySource.set(srcaddr, byDestination);
    }
    byDestination.set(dstaddr, (byDestination.get(dstaddr) ?? 0) + (bytes ?? 0));
  }
  const totals: Total[] = [];
  for (const [source, byDestination] of bySource)
    for (const [destination, bytes] of byDestination) totals.push([source, destination, bytes]);
  return topTen(totals);
}

function joinedKeys(all: readonly ParsedRecord[]): Total[] {
  const totals = new Map<string, Total>();
  for (const { srcaddr = null, dstaddr = null, bytes } of all) {
    const key = `${srcaddr} ${dstaddr}`;
    const total = totals.get(key);
    if (total) total[2] += bytes ?? 0;
    else totals.set(key, [srcaddr, dstaddr, bytes ?? 0]);
  }
  return topTen([...totals.values()]);
}

function rejectsByPort(): unknown {
  const counts = new Map<number | null, number>();
  for (const { action, srcport = null } of records)
    if (action === 'REJECT') counts.set(srcport, (counts.get(srcport) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, 20);
}

export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  'top talkers, 1,000,000 records': {
    'by hand, maps in maps': () => nestedMaps(records),
    'by hand, joined keys': () => joinedKeys(records),
    ours: query(TOP_TALKERS),
  },
  'top talkers, 600,000 records between 567,000 pairs': {
    'by hand, joined keys': () => joinedKeys(strangers),
    'by hand, maps in maps': () => nestedMaps(strangers),
    ours: query(TOP_TALKERS, strangers),
  },
  'rejects by source port, 1,000,000 records': {
    'by hand': rejectsByPort,
    ours: query(
      'filter action = "REJECT" | stats count(*) as rejects by srcPort | sort rejects desc | limit 20',
    ),
  },
  'lines like a pattern, 1,000,000 records': {
    'by hand, RegExp': () => {
      records.filter(({ srcaddr }) => /^10\.0\.[01]\.2[0-4]\d$/.test(srcaddr ?? ''));
    },
    ours: query('filter srcAddr like /^10\\.0\\.[01]\\.2[0-4]\\d$/ | stats count(*)'),
  },
};
