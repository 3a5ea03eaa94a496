/** What a question asks of headers where they arrive, and which translation on the way it may be that it cannot be met. */
import { formatIpv4 } from '../net/ipv4';
import { NAT_PORTS } from '../rules/nat-gateway';
import type { Obstacle } from './blockers/obstacle';
import { eachOf } from './chain';
import type { Check } from './hop/judge';
import { filterSet, type HeaderFilter } from './question';
import type { Search } from './search';
import type { Way } from './way';

export function arrivalChecks(search: Search, way: Way, filter: HeaderFilter): readonly Check[] {
  const nat = natOn(way);
  const check = (part: HeaderFilter, obstacle: ((natId: string) => Obstacle) | undefined): Check => ({
    accepts: filterSet(search.space, part),
    ...(nat !== undefined && obstacle && { obstacle: () => obstacle(nat) }),
  });
  const { sourceAddress, sourcePorts, destinationAddress, destinationPorts } = filter;
  return [
    ...(sourceAddress === undefined
      ? []
      : [
          check({ sourceAddress }, (id) => ({
            key: `nat-address ${id}`,
            code: 'NGW_SOURCE_ADDRESS_REASSIGN',
            facts: { NatGateway: id, Address: formatIpv4(sourceAddress) },
          })),
        ]),
    ...(sourcePorts === undefined
      ? []
      : [
          check({ sourcePorts }, (id) => ({
            key: `nat-ports ${id}`,
            code: 'REMAP_EPHEMERAL_PORT',
            facts: { Component: id, PortRanges: [NAT_PORTS], PacketField: 'sourcePort' },
          })),
        ]),
    ...(destinationAddress === undefined
      ? []
      : [
          check({ destinationAddress }, (id) => ({
            key: `nat-destination ${id}`,
            code: 'NGW_DEST_ADDRESS_PRESERVATION',
            facts: { NatGateway: id, Address: formatIpv4(destinationAddress) },
          })),
        ]),
    ...(destinationPorts === undefined ? [] : [check({ destinationPorts }, undefined)]),
  ];
}

function natOn(way: Way): string | undefined {
  for (const { kind, translator } of eachOf(way.sessions)) if (kind === 'nat-gateway') return translator;
  return undefined;
}
