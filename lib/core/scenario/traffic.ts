/** Who talks beside an SSH question: neighbours whose traffic shows that the log itself works. */
import type { TrafficDocument } from '../simulate/world';
import { STRETCH } from './attempt';
import type { Server } from './blueprints/server-rows';
import type { Random } from './random';

const iso = (time: number): string => new Date(time).toISOString();

interface Neighbours {
  readonly web: Server;
  readonly neighbour: Server;
  readonly app: Server;
  readonly far: Server;
}

/** Requests through the tiers, at no rhythm that would look made, and a monitoring agent on a port nobody opened. */
export function backgroundTraffic(
  { web, neighbour, app, far }: Neighbours,
  startsAt: number,
  random: Random,
): readonly TrafficDocument[] {
  const call = (
    from: Server,
    to: Server,
    port: number,
    every: readonly [number, number],
    bytes: number,
  ): TrafficDocument[] => {
    const rows: TrafficDocument[] = [];
    for (
      let at = startsAt + random.integer(1, 20) * 1000;
      at < startsAt + STRETCH;
      at += random.integer(...every) * 1000
    ) {
      rows.push({
        From: from.interfaceId,
        To: to.address,
        Protocol: 'tcp',
        Port: port,
        At: iso(at + random.integer(0, 999)),
        Bytes: random.integer(bytes, bytes * 3),
        ReplyBytes: random.integer(bytes * 2, bytes * 9),
      });
    }
    return rows;
  };
  return [
    ...call(web, neighbour, 8080, [25, 70], 300),
    ...call(neighbour, app, 8443, [35, 90], 220),
    ...call(far, neighbour, 8443, [60, 150], 180),
    ...call(web, neighbour, 9100, [150, 320], 100),
  ];
}
