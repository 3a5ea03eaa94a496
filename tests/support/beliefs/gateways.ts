/** Beliefs about the ways out of a VPC: internet gateways, Block Public Access, NAT gateways, gateway endpoints. */
import { blockPublicAccess, gatewayEndpoint } from '../network/gateways';
import type { Part } from '../network/part';
import type { BeliefCases } from './case';
import { behindNat, oneVpc } from './networks';

const OUT = 'web > 203.0.113.80 tcp 443';

/** `web` in a public subnet, with a public address or without one. */
const inPublic = (publicAddress: string, ...more: readonly Part[]) =>
  oneVpc(
    { servers: { web: `10.1.1.10 ${publicAddress}` }, routes: { app: ['0.0.0.0/0 igw-a'] }, igw: true },
    ...more,
  );
const PUBLIC = '198.51.100.10';

const BY_ENDPOINT = oneVpc(
  { routes: { app: ['pl-s3 vpce-s3'] } },
  gatewayEndpoint('s3', 'a', ['52.219.170.0/23']),
);

export const GATEWAY_CASES: BeliefCases = {
  'public-subnet-is-enough': {
    replaces: ['leaveByInternetGateway', 'ownerOnInternet'],
    differs: [
      [
        inPublic(''),
        OUT,
        'timeout: forward gateway-refused at igw-a by igw.needs-public-source',
        'established',
      ],
    ],
    agrees: [inPublic(PUBLIC), OUT, 'established'],
  },
  'public-address-escapes-the-block': {
    replaces: ['blockPublicAccessRefusal'],
    differs: [
      [
        inPublic(PUBLIC, blockPublicAccess('block-bidirectional')),
        OUT,
        'timeout: forward denied-out at vpc-a by bpa.bidirectional',
        'established',
      ],
      [
        inPublic(PUBLIC, blockPublicAccess('block-ingress')),
        '203.0.113.9 > web tcp 443',
        'timeout: forward denied-in at vpc-a by bpa.ingress',
        'established',
      ],
    ],
    agrees: [behindNat(undefined, {}, blockPublicAccess('block-ingress')), OUT, 'established'],
  },
  'ingress-block-stops-nat': {
    replaces: ['blockPublicAccessRefusal'],
    differs: [
      [
        behindNat(undefined, {}, blockPublicAccess('block-ingress')),
        OUT,
        'established',
        'timeout: forward denied-out at vpc-a by belief.ingress-block-stops-nat',
      ],
    ],
    agrees: [
      behindNat(undefined, {}, blockPublicAccess('block-bidirectional')),
      OUT,
      'timeout: forward denied-out at vpc-a by bpa.bidirectional',
    ],
  },
  'nat-works-in-any-subnet': {
    replaces: ['natNeedsRouteOfItsSubnet'],
    differs: [[behindNat([]), OUT, 'timeout: forward no-route at rtb-nat by route.none', 'established']],
    agrees: [behindNat(), OUT, 'established'],
  },
  'nat-carries-every-protocol': {
    replaces: ['natGatewayRefusal'],
    differs: [
      [
        behindNat(),
        'web > 203.0.113.80 47',
        'not-answered: forward gateway-refused at nat-x by nat.protocols',
        'not-answered: forward delivered at internet host by host.answers',
      ],
    ],
    agrees: [behindNat(), 'web > 203.0.113.80 udp 123', 'replied'],
  },
  'nat-never-forgets': {
    replaces: ['natIdleTimeout'],
    differs: [[behindNat(), `${OUT}, again after 400 s`, 'reset', 'answered']],
    agrees: [behindNat(), `${OUT}, again after 300 s`, 'answered'],
  },
  'gateway-endpoint-carries-everything': {
    replaces: ['gatewayEndpointRefusal'],
    differs: [
      [
        BY_ENDPOINT,
        'web > 52.219.170.9 udp 443',
        'timeout: forward gateway-refused at vpce-s3 by vpce.gateway-protocols',
        'replied',
      ],
    ],
    agrees: [BY_ENDPOINT, 'web > 52.219.170.9 tcp 443', 'established'],
  },
};
