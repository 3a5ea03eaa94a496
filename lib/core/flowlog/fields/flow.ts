/** The flow itself, version 2: who sent what to whom, when, and whether it was let through. The default format. */
import { declareFields, RECORDS } from './field';

export const FLOW_FIELDS = declareFields({ version: 2, standing: 'documented', source: RECORDS }, [
  ['version', 'The highest version among the fields of the format; 2 for the default format.'],
  ['account-id', "The account that owns the network interface; it reads unknown for some of AWS's own."],
  [
    'interface-id',
    'The network interface that saw the traffic; - for a regional NAT gateway, which has none of its own.',
  ],
  [
    'srcaddr',
    "The sender. For traffic that leaves the interface: the interface's private address, never its public one.",
  ],
  [
    'dstaddr',
    "The receiver. For traffic that enters the interface: the interface's primary private address.",
  ],
  ['srcport', "The sender's port; 0 for ICMP."],
  ['dstport', "The receiver's port; 0 for ICMP."],
  ['protocol', 'The IANA protocol number: 6 TCP, 17 UDP, 1 ICMP.'],
  ['packets', 'How many packets of the flow the window held; refused ones count too.'],
  ['bytes', 'Their bytes at the IP layer, headers included.'],
  ['start', 'When the first packet of the flow came in this window, in Unix seconds.'],
  ['end', 'When the last packet of the flow came in this window, in Unix seconds.'],
  [
    'action',
    'ACCEPT or REJECT: what security groups and network ACLs said at this interface. It does not say that the packet arrived anywhere.',
    { values: ['ACCEPT', 'REJECT'] },
  ],
  [
    'log-status',
    'OK, NODATA (no traffic in the window) or SKIPDATA (records were lost).',
    { values: ['OK', 'NODATA', 'SKIPDATA'] },
  ],
]);
