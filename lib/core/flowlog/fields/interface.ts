/** Where the interface sits, and what the packet itself says: versions 3 to 5. */
import { declareFields, RECORDS } from './field';

const VERSION_3 = declareFields({ version: 3, standing: 'documented', source: RECORDS }, [
  ['vpc-id', 'The VPC of the interface.'],
  ['subnet-id', 'The subnet of the interface.'],
  ['instance-id', 'The instance of the interface; - for interfaces that a service made.'],
  ['tcp-flags', 'The flags seen in the window, added up: FIN 1, SYN 2, RST 4, SYN-ACK 18.'],
  ['type', 'IPv4, IPv6 or EFA.', { values: ['IPv4', 'IPv6', 'EFA'] }],
  ['pkt-srcaddr', 'The source address that stands in the packet itself.'],
  ['pkt-dstaddr', 'The destination address that stands in the packet itself.'],
]);

const VERSION_4 = declareFields({ version: 4, standing: 'documented', source: RECORDS }, [
  ['region', 'The Region of the interface.'],
  ['az-id', 'The id of the Availability Zone of the interface.'],
  [
    'sublocation-type',
    'wavelength, outpost or localzone, where the interface sits in one.',
    { values: ['wavelength', 'outpost', 'localzone'] },
  ],
  ['sublocation-id', 'The id of that place.'],
]);

const VERSION_5 = declareFields({ version: 5, standing: 'documented', source: RECORDS }, [
  ['pkt-src-aws-service', 'The AWS service whose published range holds the source address.'],
  ['pkt-dst-aws-service', 'The AWS service whose published range holds the destination address.'],
  ['flow-direction', 'ingress or egress, seen from the interface.', { values: ['ingress', 'egress'] }],
  [
    'traffic-path',
    'Which way leaving traffic took: 1 inside the VPC, 4 peering, 8 internet gateway, and others.',
    { egressOnly: true },
  ],
]);

export const INTERFACE_FIELDS = [...VERSION_3, ...VERSION_4, ...VERSION_5];
