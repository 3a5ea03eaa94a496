/**
 * What Logs Insights calls the fields of a flow log. AWS lists the names that it discovers in the default format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html). Custom
 * formats it does not discover at all (https://repost.aws/knowledge-center/cloudwatch-vpc-flow-logs: they have to be
 * taken apart with `parse`); here their fields answer all the same, to the same kind of name.
 */

const DISCOVERED: Readonly<Record<string, string>> = {
  srcaddr: 'srcAddr',
  dstaddr: 'dstAddr',
  srcport: 'srcPort',
  dstport: 'dstPort',
  start: 'startTime',
  end: 'endTime',
  'pkt-srcaddr': 'pktSrcAddr',
  'pkt-dstaddr': 'pktDstAddr',
};

/** `flow-direction` -> `flowDirection` */
function camelCase(field: string): string {
  return field.replace(/-([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

/** The name that is offered. */
export function insightsName(field: string): string {
  return DISCOVERED[field] ?? camelCase(field);
}

/** Every name that a field answers to; its own, where it has a hyphen, stands in backticks. */
export function insightsNames(field: string): readonly string[] {
  return [...new Set([insightsName(field), camelCase(field), field])];
}
