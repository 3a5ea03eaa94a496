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

  it.each([
    [['--source', 'i-web', '--protocol', 'tcp'], 'a path needs a destination'],
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
