/** What stands at the borders of the VPCs of a random world: NAT of every kind, egress-only gateways, peering, endpoints, Block Public Access. */
import fc from 'fast-check';
import {
  blockPublicAccess,
  egressOnly,
  gatewayEndpoint,
  interfaceEndpoint,
  natGateway,
  peering,
  prefixList,
  regionalNat,
} from '../network/gateways';
import type { Part } from '../network/part';
import { mostly } from './draw';

export interface GatewayDraw {
  readonly nat: 'available' | 'pending' | 'failed';
  readonly ab: string;
  readonly ac: string;
  readonly endpoint: string;
  readonly policy: 'none' | 'reads' | 'denies';
  readonly bpa: 'off' | 'block-ingress' | 'block-bidirectional';
  readonly exclusion: string;
}

export const gatewayDraw: fc.Arbitrary<GatewayDraw> = fc.record({
  nat: mostly('available', 'pending', 'failed'),
  ab: mostly('active', 'pending-acceptance', 'deleted'),
  ac: mostly('active', 'rejected'),
  endpoint: mostly('available', 'pending'),
  policy: fc.constantFrom('none', 'reads', 'denies'),
  bpa: mostly('off', 'block-ingress', 'block-bidirectional'),
  exclusion: fc.constantFrom('vpc-a', 'subnet-app', 'subnet-pub', 'subnet-fw'),
});

const READS = { Effect: 'Allow', Principal: '*', Action: 's3:Get*', Resource: '*' };
const DENIES = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::secret/*' };

function policy({ policy: kind }: GatewayDraw): { readonly PolicyDocument?: string } {
  if (kind === 'none') return {};
  return { PolicyDocument: JSON.stringify({ Statement: kind === 'reads' ? [READS] : [READS, DENIES] }) };
}

export function gateways(drawn: GatewayDraw): readonly Part[] {
  return [
    natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9', { State: drawn.nat }),
    natGateway('p', 'a', 'pub', '10.1.9.6'),
    natGateway('b', 'b', 'far', '10.2.1.5'),
    regionalNat('r', 'a', { a: '198.51.100.1' }, { State: drawn.nat }),
    egressOnly('a'),
    egressOnly('b'),
    peering('a', 'b', drawn.ab),
    peering('a', 'c', drawn.ac),
    prefixList('corp', ['10.2.0.0/16', '172.16.0.0/16']),
    gatewayEndpoint('s3', 'a', ['52.95.128.0/21'], { State: drawn.endpoint, ...policy(drawn) }),
    interfaceEndpoint('kms', 'a', 'fw', '10.1.5.20', 'sg-web', policy(drawn)),
    blockPublicAccess(drawn.bpa, {
      [drawn.exclusion]: 'allow-bidirectional',
      'subnet-data': 'allow-egress',
    }),
  ];
}
