/**
 * Every query over flow logs that AWS publishes, with answers computed by hand from the log below.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-examples.html
 */
import { describe, expect, it } from 'vitest';
import { parseFormat } from '@/lib/core/ec2/log-format';
import { DEFAULT_FIELDS } from '@/lib/core/flowlog/fields';
import { recordRows, rowsOf } from '@/lib/core/flowlog/insights/record-rows';
import { parseQuery } from '@/lib/core/flowlog/insights/syntax/parse-query';
import type { ParsedRecord } from '@/lib/core/flowlog/record';
import { ask, DEFAULT_ROWS, records, TEN, timed } from '../../../support/flow-log';

const WEB = 'eni-0123456789abcdef0';

/** A web server 10.0.1.10, and a NAT gateway 10.0.0.5 behind which it speaks to 192.0.2.80. */
const LOG = records(
  timed(`
    2 111122223333 ${WEB} 203.0.113.5 10.0.1.10 40001 443 6 10 1200 T T+50 ACCEPT OK
    2 111122223333 ${WEB} 10.0.1.10 203.0.113.5 443 40001 6 12 9000 T T+50 ACCEPT OK
    2 111122223333 ${WEB} 203.0.113.5 10.0.1.10 40002 22 6 3 180 T+60 T+67 REJECT OK
    2 111122223333 ${WEB} 198.51.100.9 10.0.1.10 40003 22 6 2 120 T+120 T+123 REJECT OK
    2 111122223333 ${WEB} 10.0.1.10 10.0.2.53 50000 53 17 1 70 T+180 T+180 ACCEPT OK
    2 111122223333 ${WEB} 10.0.2.53 10.0.1.10 53 50000 17 1 130 T+180 T+180 ACCEPT OK
    2 111122223333 eni-nat 10.0.1.10 10.0.0.5 51000 443 6 20 3000 T+240 T+290 ACCEPT OK
    2 111122223333 eni-nat 10.0.0.5 192.0.2.80 1024 443 6 20 3000 T+240 T+290 ACCEPT OK
    2 111122223333 eni-nat 192.0.2.80 10.0.0.5 443 1024 6 30 40000 T+240 T+290 ACCEPT OK
    2 111122223333 eni-nat 10.0.0.5 10.0.1.10 443 51000 6 30 40000 T+240 T+290 ACCEPT OK
    2 111122223333 eni-idle - - - - - - - T+300 T+360 - NODATA
    2 111122223333 ${WEB} 203.0.113.5 10.0.1.10 40001 443 6 4 400 T+600 T+640 ACCEPT OK
    2 111122223333 eni-nat 10.0.3.7 10.0.0.5 52000 443 6 5 500 T+3600 T+3650 ACCEPT OK
    2 111122223333 ${WEB} - - - - - - - T+3700 T+3760 - SKIPDATA
    2 111122223333 ${WEB} - - - - - - - T+4000 T+4060 - SKIPDATA
  `),
);

const answer = (query: string) => ask(query, DEFAULT_ROWS, LOG).rows;
const ms = (seconds: number): number => (TEN + seconds) * 1000;

describe('queries for Amazon VPC flow logs', () => {
  it('find the top 15 packet transfers across hosts', () => {
    const query = `stats sum(packets) as packetsTransferred by srcAddr, dstAddr
    | sort packetsTransferred  desc
    | limit 15`;
    expect(ask(query, DEFAULT_ROWS, LOG)).toEqual({
      columns: ['srcAddr', 'dstAddr', 'packetsTransferred'],
      rows: [
        ['192.0.2.80', '10.0.0.5', 30],
        ['10.0.0.5', '10.0.1.10', 30],
        ['10.0.1.10', '10.0.0.5', 20],
        ['10.0.0.5', '192.0.2.80', 20],
        ['203.0.113.5', '10.0.1.10', 17],
        ['10.0.1.10', '203.0.113.5', 12],
        ['10.0.3.7', '10.0.0.5', 5],
        ['198.51.100.9', '10.0.1.10', 2],
        ['10.0.1.10', '10.0.2.53', 1],
        ['10.0.2.53', '10.0.1.10', 1],
        [null, null, null],
      ],
    });
  });

  it('find the top 15 byte transfers for hosts on a given subnet', () => {
    const query = `filter isIpv4InSubnet(srcAddr, "192.0.2.0/24")
    | stats sum(bytes) as bytesTransferred by dstAddr
    | sort bytesTransferred desc
    | limit 15`;
    expect(answer(query)).toEqual([['10.0.0.5', 40000]]);
  });

  it('find the IP addresses that use UDP as a data transfer protocol', () => {
    expect(ask('filter protocol=17 | stats count(*) by srcAddr', DEFAULT_ROWS, LOG)).toEqual({
      columns: ['srcAddr', 'count(*)'],
      rows: [
        ['10.0.1.10', 1],
        ['10.0.2.53', 1],
      ],
    });
  });

  it('find when flow records were skipped during the capture window', () => {
    const query = `filter logStatus="SKIPDATA"
    | stats count(*) by bin(1h) as t
    | sort t`;
    expect(answer(query)).toEqual([[ms(3600), 2]]);
  });

  it('find a single record for each connection', () => {
    const query = `fields @timestamp, srcAddr, dstAddr, srcPort, dstPort, protocol, bytes
| filter logStream = 'vpc-flow-logs' and interfaceId = 'eni-0123456789abcdef0'
| sort @timestamp desc
| dedup srcAddr, dstAddr, srcPort, dstPort, protocol
| limit 20`;
    const oneStream = rowsOf<ParsedRecord>(DEFAULT_FIELDS, {
      record: (record) => record,
      logStream: () => 'vpc-flow-logs',
    });
    expect(ask(query, oneStream, LOG).rows).toEqual([
      // Records without a flow are nobody's duplicates.
      [ms(4000), null, null, null, null, null, null],
      [ms(3700), null, null, null, null, null, null],
      [ms(600), '203.0.113.5', '10.0.1.10', 40001, 443, 6, 400],
      [ms(180), '10.0.1.10', '10.0.2.53', 50000, 53, 17, 70],
      [ms(180), '10.0.2.53', '10.0.1.10', 53, 50000, 17, 130],
      [ms(120), '198.51.100.9', '10.0.1.10', 40003, 22, 6, 120],
      [ms(60), '203.0.113.5', '10.0.1.10', 40002, 22, 6, 180],
      [ms(0), '10.0.1.10', '203.0.113.5', 443, 40001, 6, 9000],
    ]);
  });
});

describe('queries for NAT gateway', () => {
  it('find the instances that are sending the most traffic through it', () => {
    const query = `filter (dstAddr like '10.0.0.5' and srcAddr like '10.0.')
| stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| sort bytesTransferred desc
| limit 10`;
    expect(answer(query)).toEqual([
      ['10.0.1.10', '10.0.0.5', 3000],
      ['10.0.3.7', '10.0.0.5', 500],
    ]);
  });

  it('determine the traffic to and from the instances', () => {
    const query = `filter (dstAddr like '10.0.0.5' and srcAddr like '10.0.') or (srcAddr like '10.0.0.5' and dstAddr like '10.0.')
| stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| sort bytesTransferred desc
| limit 10`;
    expect(answer(query)).toEqual([
      ['10.0.0.5', '10.0.1.10', 40000],
      ['10.0.1.10', '10.0.0.5', 3000],
      ['10.0.3.7', '10.0.0.5', 500],
    ]);
  });

  it.each([
    ['uploads', `(srcAddr like '10.0.0.5' and dstAddr not like '10.0.')`, ['10.0.0.5', '192.0.2.80', 3000]],
    [
      'downloads',
      `(dstAddr like '10.0.0.5' and srcAddr not like '10.0.')`,
      ['192.0.2.80', '10.0.0.5', 40000],
    ],
  ])('determine the internet destinations: %s', (_what, condition, row) => {
    const query = `filter ${condition}
| stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| sort bytesTransferred desc
| limit 10`;
    expect(answer(query)).toEqual([row]);
  });

  // https://repost.aws/knowledge-center/vpc-find-traffic-sources-nat-gateway
  it('name the VPC by its block', () => {
    const query = `filter (dstAddr like "10.0.0.5" and isIpv4InSubnet(srcAddr, "10.0.0.0/16"))
| stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| sort bytesTransferred desc
| limit 10`;
    expect(answer(query)).toEqual([
      ['10.0.1.10', '10.0.0.5', 3000],
      ['10.0.3.7', '10.0.0.5', 500],
    ]);
  });

  // https://repost.aws/knowledge-center/vpc-analyze-inbound-traffic-nat-gateway
  it('look for unsolicited traffic in the whole VPC', () => {
    const query = `filter (dstAddr like '10.0' and srcAddr like '203.0.113.5')
| stats sum(bytes) as bytesTransferred by srcAddr, dstAddr
| limit 10`;
    expect(answer(query)).toEqual([['203.0.113.5', '10.0.1.10', 1780]]);
  });
});

describe('queries that the console offers for flow logs', () => {
  it('average, min and max byte transfers by source and destination', () => {
    const query = 'stats avg(bytes), min(bytes), max(bytes) by srcAddr, dstAddr';
    expect(answer(query).slice(0, 2)).toEqual([
      ['203.0.113.5', '10.0.1.10', 1780 / 3, 180, 1200],
      ['10.0.1.10', '203.0.113.5', 9000, 9000, 9000],
    ]);
  });

  it('top 10 byte transfers by source and destination', () => {
    const query =
      'stats sum(bytes) as bytesTransferred by srcAddr, dstAddr | sort bytesTransferred desc | limit 10';
    expect(answer(query).map(([, , bytes]) => bytes)).toEqual([
      40000, 40000, 9000, 3000, 3000, 1780, 500, 130, 120, 70,
    ]);
  });

  it('top 20 sources of rejected requests', () => {
    const query =
      'filter action="REJECT" | stats count(*) as numRejections by srcAddr | sort numRejections desc | limit 20';
    expect(answer(query)).toEqual([
      ['203.0.113.5', 1],
      ['198.51.100.9', 1],
    ]);
  });
});

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
describe('queries of the page of stats', () => {
  it('average bytes per destination', () => {
    expect(answer('stats avg(bytes), max(bytes) by dstAddr')).toEqual([
      ['10.0.1.10', 7005, 40000],
      ['203.0.113.5', 9000, 9000],
      ['10.0.2.53', 70, 70],
      ['10.0.0.5', 14500, 40000],
      ['192.0.2.80', 3000, 3000],
      [null, null, null],
    ]);
  });

  /** Messages of one megabyte each, so that the megabytes of a bin are its records. */
  const message = 'x'.repeat(1024 * 1024);
  const megabytes = rowsOf<ParsedRecord>(DEFAULT_FIELDS, {
    record: (record) => record,
    message: () => message,
  });

  it('aggregate what was aggregated', () => {
    const query = `FIELDS strlen(@message) AS message_length
| STATS sum(message_length)/1024/1024 as logs_mb BY bin(5m)
| STATS max(logs_mb) AS peak_ingest_mb,
        min(logs_mb) AS min_ingest_mb,
        avg(logs_mb) AS avg_ingest_mb`;
    // Ten records from 10:00, one from 10:05, one from 10:10, two from 11:00, one from 11:05.
    expect(ask(query, megabytes, LOG)).toEqual({
      columns: ['peak_ingest_mb', 'min_ingest_mb', 'avg_ingest_mb'],
      rows: [[10, 1, 3]],
    });
  });

  it('aggregate blocks into larger blocks', () => {
    const query = `FIELDS strlen(@message) AS message_length
| STATS sum(message_length) / 1024 / 1024 AS logs_mb BY BIN(5m) as @t
| STATS max(logs_mb) AS peak_ingest_mb,
        min(logs_mb) AS min_ingest_mb,
        avg(logs_mb) AS avg_ingest_mb BY dateceil(@t, 10m)`;
    expect(ask(query, megabytes, LOG).rows).toEqual([
      [ms(0), 10, 10, 10],
      [ms(600), 1, 1, 1],
      [ms(3600), 2, 2, 2],
      [ms(4200), 1, 1, 1],
    ]);
  });

  it('propagate the timestamp into the second stats', () => {
    const query = `FIELDS strlen(@message) AS message_length
 | STATS sum(message_length) AS ingested_bytes, max(@timestamp) as @t BY @logStream
 | STATS avg(ingested_bytes) BY dateceil(@t, 5m)`;
    const mega = 1024 * 1024;
    // The web server's stream ends at 11:06:40, the NAT gateway's at 11:00, the idle one's at 10:05.
    expect(ask(query, megabytes, LOG).rows).toEqual([
      [ms(4200), 9 * mega],
      [ms(3600), 5 * mega],
      [ms(300), mega],
    ]);
  });
});

describe('general queries', () => {
  it('the most recently added events', () => {
    const rows = answer('fields @timestamp, @message | sort @timestamp desc | limit 25');
    expect(rows).toHaveLength(15);
    expect(rows[0]).toEqual([
      ms(4000),
      `2 111122223333 ${WEB} - - - - - - - ${TEN + 4000} ${TEN + 4060} - SKIPDATA`,
    ]);
  });

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
  it('the interface, extracted by a pattern', () => {
    const query = `parse @message /(?<NetworkInterface>eni-.*?) /
| display NetworkInterface, @message`;
    expect(answer(query).map(([eni]) => eni)).toEqual([
      ...[WEB, WEB, 'eni-nat', WEB, 'eni-idle', 'eni-nat', 'eni-nat', 'eni-nat', 'eni-nat'],
      ...[WEB, WEB, WEB, WEB, WEB, WEB],
    ]);
  });
});

// https://repost.aws/knowledge-center/cloudwatch-vpc-flow-logs
describe('queries over a custom format', () => {
  const door = parseFormat(
    '${account-id} ${vpc-id} ${subnet-id} ${interface-id} ${instance-id} ${srcaddr} ${srcport} ${dstaddr} ${dstport} ${protocol} ${packets} ${bytes} ${action} ${log-status} ${start} ${end} ${flow-direction} ${traffic-path} ${tcp-flags} ${pkt-srcaddr} ${pkt-src-aws-service} ${pkt-dstaddr} ${pkt-dst-aws-service} ${region} ${az-id} ${sublocation-type} ${sublocation-id}',
  );
  if ('issue' in door) throw new Error(door.issue);
  const custom = recordRows(door.fields);
  const log = records(
    timed(`
      111122223333 vpc-1 subnet-1 eni-1 i-1 10.0.1.10 443 203.0.113.5 40001 6 12 9000 ACCEPT OK T T+50 egress 8 18 10.0.1.10 - 203.0.113.5 - eu-central-1 euc1-az1 - -
      111122223333 vpc-1 subnet-1 eni-1 i-1 203.0.113.5 40001 10.0.1.10 443 6 10 1200 ACCEPT OK T T+50 ingress - 2 203.0.113.5 - 10.0.1.10 - eu-central-1 euc1-az1 - -
      111122223333 vpc-1 subnet-1 eni-1 i-1 10.0.1.10 443 203.0.113.5 40001 6 8 6000 ACCEPT OK T+60 T+90 egress 8 1 10.0.1.10 - 203.0.113.5 - eu-central-1 euc1-az1 - -
    `),
    door.fields,
  );
  const parse = `#Retrieve latest custom VPC Flow Logs
parse @message "* * * * * * * * * * * * * * * * * * * * * * * * * * *" as account_id, vpc_id, subnet_id, interface_id,instance_id, srcaddr, srcport, dstaddr, dstport, protocol, packets, bytes, action, log_status, start, end, flow_direction, traffic_path, tcp_flags, pkt_srcaddr, pkt_src_aws_service, pkt_dstaddr, pkt_dst_aws_service, region, az_id, sublocation_type, sublocation_id`;

  it('retrieve the latest records: what was extracted is shown', () => {
    const { columns, rows } = ask(`${parse}\n| sort start desc\n| limit 2`, custom, log);
    expect(columns).toHaveLength(27);
    expect(columns.slice(0, 4)).toEqual(['account_id', 'vpc_id', 'subnet_id', 'interface_id']);
    expect(rows.map((row) => row[columns.indexOf('bytes')])).toEqual(['6000', '9000']);
    expect(rows[0]?.[columns.indexOf('sublocation_id')]).toBe('-');
  });

  it('summarize data transfers by source and destination, although `bytes` was extracted as text', () => {
    const query = `${parse}
| stats sum(bytes) as Data_Transferred by srcaddr, dstaddr, flow_direction
| sort by Data_Transferred desc
| limit 2`;
    expect(ask(query, custom, log).rows).toEqual([
      ['10.0.1.10', '203.0.113.5', 'egress', 15000],
      ['203.0.113.5', '10.0.1.10', 'ingress', 1200],
    ]);
  });

  it('find a source address', () => {
    const query = `${parse}\n| filter srcaddr = "203.0.113.5"\n| limit 15`;
    const { columns, rows } = ask(query, custom, log);
    expect(rows.map((row) => row[columns.indexOf('dstport')])).toEqual(['443']);
  });

  it('answer without parse as well, which AWS does not offer', () => {
    const query =
      'stats sum(bytes) as total by srcAddr, flowDirection, pktDstAddr | sort total desc | limit 1';
    expect(ask(query, custom, log).rows).toEqual([['10.0.1.10', 'egress', '203.0.113.5', 15000]]);
  });
});

describe("AWS's samples for other logs", () => {
  it.each([
    `filter @message like /Exception/
    | stats count(*) as exceptionCount by bin(1h)
    | sort exceptionCount desc`,
    'fields @message | filter @message not like /Exception/',
    'fields @timestamp, server, severity, message\n| sort @timestamp desc\n| dedup server, severity',
    `filter @type = "REPORT"
    | stats max(@memorySize / 1000 / 1000) as provisonedMemoryMB,
        min(@maxMemoryUsed / 1000 / 1000) as smallestMemoryRequestMB,
        avg(@maxMemoryUsed / 1000 / 1000) as avgMemoryUsedMB,
        max(@maxMemoryUsed / 1000 / 1000) as maxMemoryUsedMB,
        provisonedMemoryMB - maxMemoryUsedMB as overProvisionedMB`,
    'filter @type = "REPORT" |\n    stats avg(@duration), max(@duration), min(@duration) by bin(5m)',
    'stats count(*) by queryType, bin(1h)',
    'filter eventName="UpdateTrail" and ispresent(errorCode)\n    | stats count(*) by errorCode, errorMessage',
    `filter tlsDetails.tlsVersion in [ "TLSv1", "TLSv1.1" ]
| stats count(*) as numOutdatedTlsCalls by userIdentity.accountId, eventSource, tlsDetails.tlsVersion, userAgent
| sort eventSource, tlsDetails.tlsVersion`,
    'filter status>=400 and status<=499\n| sort @timestamp desc\n| limit 10',
    'fields @timestamp, @message\n| stats count(*) as numberOfEvents by `detail-type`\n| sort numberOfEvents desc',
    'parse @message "user=*, method:*, latency := *" as @user,\n    @method, @latency | stats avg(@latency) by @method,\n    @user',
    `parse @message /user=(?<user2>.*?), method:(?<method2>.*?),
    latency := (?<latency2>.*?)/ | stats avg(latency2) by @method2,
    @user2`,
    `FIELDS @message
    | PARSE @message "* [*] *" as loggingTime, loggingType, loggingMessage
    | FILTER loggingType IN ["ERROR", "INFO"]
    | DISPLAY loggingMessage, loggingType = "ERROR" as isError`,
    `STATS count_distinct(client_ip) AS session_ips,
      count(*) AS requests BY session_id, client_platform
| FILTER session_ips > 1
| STATS count(*) AS multiple_ip_sessions,
        sum(requests) / count(*) AS avg_session_requests BY client_platform`,
    'fields @timestamp, @message, accountId\n# | filter accountId not like "7983124201998"\n| sort @timestamp desc\n| limit 20',
    'filter toMillis(@timestamp) >= (now() * 1000 - 7200000)',
    'fields @message | limit any 1',
  ])('%s', (query) => {
    expect(parseQuery(query)).not.toHaveProperty('issues');
  });
});
