/** TCP and UDP ports and ranges of them. */

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Plain decimal, 0-65535. */
export function parsePort(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,4})$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 65535 ? port : undefined;
}

export function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 65535;
}

export function covers({ from, to }: PortRange, port: number): boolean {
  return from <= port && port <= to;
}

export function formatPortRange({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}
