/** `flowtrap analyze`, `diff` and `exposure` as somebody runs them: the real process, on real files. */
import { describe, expect, it } from 'vitest';
import { file, flowtrap } from '../support/command';
import { worldOf } from '../support/network/part';
import { type VpcSketch, vpc } from '../support/network/vpc';

const shop = (groups: VpcSketch['groups']): string =>
  file(
    worldOf(
      vpc('a', '10.1.0.0/16', {
        subnets: { app: '10.1.1.0/24', data: '10.1.2.0/24' },
        servers: { web: '10.1.1.10', db: '10.1.2.10 sg-db' },
        groups: groups ?? {},
      }),
    ).Snapshot,
  );
const open = shop({ 'sg-db': { in: ['tcp 10.1.1.0/24 5432'] } });
const shut = shop({ 'sg-db': { in: [] } });
const ASK = ['--source', 'i-web', '--destination', 'i-db', '--protocol', 'tcp', '--destination-port', '5432'];

describe('flowtrap analyze', () => {
  it('prints what describe-network-insights-analyses prints', async () => {
    const { code, stdout } = await flowtrap(['analyze', open, ...ASK]);
    expect(code).toBe(0);
    const [analysis] = JSON.parse(stdout).NetworkInsightsAnalyses;
    expect(analysis).toMatchObject({ Status: 'succeeded', NetworkPathFound: true });
    expect(Date.parse(analysis.StartDate)).toBeGreaterThan(0);
  });

  it('answers no with exit code 0, and with --all-blockers says what would mend it', async () => {
    const { code, stdout } = await flowtrap(['analyze', shut, ...ASK, '--all-blockers']);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.NetworkInsightsAnalyses[0].Explanations).toMatchObject([
      { ExplanationCode: 'SG_HAS_NO_RULES' },
    ]);
    expect(answer.Blockers).toMatchObject([
      {
        IsSufficient: true,
        IsMinimal: true,
        Repairs: [[{ Action: 'AuthorizeSecurityGroupIngress', GroupId: 'sg-db' }]],
      },
    ]);
  });

  it('tells what share of the ports of each kind of client gets its answers', async () => {
    const { stdout } = await flowtrap(['analyze', open, ...ASK, '--all-blockers']);
    expect(JSON.parse(stdout)).toMatchObject({
      ReturnPorts: [
        { Client: 'linux', Open: 28232, All: 28232, Percent: 100 },
        { Client: 'windows', Percent: 100 },
        { Client: 'nat-gateway', Percent: 100 },
      ],
      Blockers: [],
    });
  });

  it.each([
    [['--destination-ip', '10.1.2.10'], true],
    [
      ['--destination', 'i-db', '--filter-at-source', '{"SourcePortRange":{"FromPort":1024,"ToPort":2000}}'],
      true,
    ],
    [['--destination', 'i-db', '--filter-at-destination', '{"SourceAddress":"10.1.9.9"}'], false],
    [['--destination', 'i-db', '--source-ip', '10.1.1.10', '--destination-port', '5432'], true],
    [['--destination', 'i-db', '--source-ip', '10.1.1.11', '--destination-port', '5432'], false],
    [['--destination', 'i-db', '--mode', 'complete'], true],
    [['--destination', 'i-db', '--filter-in-arns', 'tgw-1'], false],
    [['--destination', 'i-db', '--filter-out-arns', 'acl-a'], false],
  ])('takes %j', async (args, found) => {
    const { code, stdout, stderr } = await flowtrap([
      'analyze',
      open,
      '--source',
      'i-web',
      '--protocol',
      'tcp',
      ...args,
    ]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).NetworkInsightsAnalyses[0].NetworkPathFound).toBe(found);
  });

  it('asks about any protocol where it says what is true', async () => {
    const asked = ['--source', 'i-db', '--destination', 'i-web', '--protocol', 'icmp', '--mode', 'complete'];
    expect((await flowtrap(['analyze', open, ...asked])).code).toBe(0);
  });

  it.each([
    [['--source', 'i-web', '--protocol', 'tcp'], 'a path needs a destination'],
    [['--source', 'i-web', '--destination', 'i-db'], '--protocol is missing'],
    [[...ASK, '--filter-at-source', '[]'], 'a filter is an object'],
    [[...ASK, '--port', '5'], '--port'],
    [['--destination', 'i-db', '--protocol', 'tcp'], '--source is missing'],
    [
      ['--source', 'i-web', '--destination', 'i-db', '--protocol', 'icmp'],
      "`icmp` is nothing that AWS's tool asks about",
    ],
    [[...ASK.slice(0, 6), '--destination-port', '70000'], '`70000` is not a port'],
    [[...ASK.slice(0, 6), '--filter-at-source', '{"Port":1}'], '`Port` is no field of a filter'],
    [[...ASK.slice(0, 6), '--filter-at-source', 'SourceAddress=1'], 'is not JSON'],
    [[...ASK, '--mode', 'magic'], '`magic` is neither aws nor complete'],
  ])('refuses %j', async (args, says) => {
    const { code, stderr } = await flowtrap(['analyze', open, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe('flowtrap diff', () => {
  it('prints what a change opens and closes', async () => {
    const { code, stdout } = await flowtrap(['diff', shut, open]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).Changed).toMatchObject([
      { From: ['eni-web'], To: ['eni-db'], Opened: { count: '65536' }, Closed: { count: '0' } },
    ]);
  });

  it('wants two files', async () => {
    expect((await flowtrap(['diff', open])).code).toBe(2);
  });
});

describe('flowtrap exposure', () => {
  it('prints who can reach an instance', async () => {
    const { code, stdout } = await flowtrap(['exposure', open, '--to', 'i-db']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).Exposures).toMatchObject([{ Ids: ['eni-web'] }]);
  });

  it.each([[[]], [['--to', 'i-db', '--from', 'i-web']], [['--to', 'i-gone']]])('refuses %j', async (args) => {
    expect((await flowtrap(['exposure', open, ...args])).code).toBe(2);
  });
});
