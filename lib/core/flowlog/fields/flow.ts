/** The flow itself, version 2: who sent what to whom, when, and whether it was let through. The default format. */
import { declareFields, RECORDS } from './field';

export const FLOW_FIELDS = declareFields({ version: 2, standing: 'documented', source: RECORDS }, [
  ['version', 'INT_32', 'The highest version among the fields of the format; 2 for the default format.'],
  ['account-id', 'STRING', "The account that owns the network interface; `unknown` for some of AWS's own."],
  [
    'interface-id',
    'STRING',
    'The network interface that saw the traffic; - for a regional NAT gateway, which has none of its own.',
  ],
  [
    'srcaddr',
    'STRING',
    "The sender. For traffic that leaves the interface: the interface's private address, never its public one.",
  ],
  [
    'dstaddr',
    'STRING',
    "The receiver. For traffic that enters the interface: the interface's primary private address.",
  ],
  ['srcport', 'INT_32', "The sender's port; 0 for ICMP."],
  ['dstport', 'INT_32', "The receiver's port; 0 for ICMP."],
  ['protocol', 'INT_32', 'The IANA protocol number: 6 TCP, 17 UDP, 1 ICMP.'],
  ['packets', 'INT_64', 'How many packets of the flow the window held; refused ones count too.'],
  ['bytes', 'INT_64', 'Their bytes at the IP layer, headers included.'],
  ['start', 'INT_64', 'When the first packet of the flow came in this window, in Unix seconds.'],
  ['end', 'INT_64', 'When the last packet of the flow came in this window, in Unix seconds.'],
  [
    'action',
    'STRING',
    'ACCEPT or REJECT: what security groups and network ACLs said at this interface. It does not say that the packet arrived anywhere.',
    { values: ['ACCEPT', 'REJECT'] },
  ],
  [
    'log-status',
    'STRING',
    'OK, NODATA (no traffic in the window) or SKIPDATA (records were lost).',
    { values: ['OK', 'NODATA', 'SKIPDATA'] },
  ],
]);
