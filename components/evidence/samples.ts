/** The queries over VPC flow logs that AWS publishes: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-examples.html */

export const SAMPLES: readonly { readonly says: string; readonly text: string }[] = [
  {
    says: 'The 15 largest transfers of packets between hosts',
    text: 'stats sum(packets) as packetsTransferred by srcAddr, dstAddr\n| sort packetsTransferred desc\n| limit 15',
  },
  {
    says: 'Records of one protocol, by sender',
    text: 'filter protocol=6\n| stats sum(bytes) as bytesTransferred by srcAddr\n| sort bytesTransferred desc\n| limit 10',
  },
  {
    says: 'Addresses whose traffic was rejected most',
    text: 'filter action="REJECT"\n| stats count(*) as numRejections by srcAddr\n| sort numRejections desc\n| limit 20',
  },
  {
    says: 'Records that AWS skipped, by interface',
    text: 'filter logStatus="SKIPDATA"\n| stats count(*) by bin(1h) as t\n| sort t',
  },
];
