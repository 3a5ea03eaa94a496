/** A lesson with something wrong in it is refused with file, line and reason: each way to go wrong is tried. */
import { expect, it } from 'vitest';
import { readLesson } from '@/lib/server/content';

const FRONT = [
  '---',
  'title: A lesson',
  'summary: It says what a reader can do afterwards.',
  'minutes: 10',
  'tasks: [SOA-C03 5.3.2]',
  'traps: [reflection-ssh]',
  '---',
  '',
  '<World id="healthy" from="web" to="10.0.2.100" port={443} shows={["eni-app"]} />',
  '',
];
const SOURCE = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html';
const with_ = (line: string): string => [...FRONT, line, ''].join('\n');
const claim = (rest: string): string =>
  with_(`<Claim of="healthy" source="${SOURCE}" ${rest}>It is so.</Claim>`);

it('is taken when nothing is wrong', async () => {
  const { claims } = await readLesson('lessons/a/lesson.mdx', claim('ends="established"'));
  expect([...claims]).toEqual([[11, 'always']]);
});

const BROKEN: readonly (readonly [name: string, text: string, line: number, reason: string])[] = [
  ['front matter that lacks a field', FRONT.filter((l) => !l.startsWith('minutes')).join('\n'), 1, 'minutes'],
  ['front matter of the wrong form', FRONT.join('\n').replace('10\n', 'ten\n'), 4, 'minutes'],
  [
    'a field that front matter does not have',
    FRONT.join('\n').replace('minutes:', 'author: me\nminutes:'),
    1,
    'author',
  ],
  [
    'a trap that there is not',
    FRONT.join('\n').replace('[reflection-ssh]', '[nowhere]'),
    6,
    'no trap is `nowhere`',
  ],
  ['an unknown component', with_('<Wurld id="x" />'), 11, '`<Wurld>` is no component'],
  ['code', with_('{1 + 1}'), 11, 'holds no code'],
  ['an attribute that is code', with_('<Query of="healthy" text={`${1}`} />'), 11, 'not plain data'],
  ['a dead link', with_('[there](/learn/nowhere)'), 11, '`/learn/nowhere` leads nowhere'],
  ['a link to a plain file', with_('[there](other.mdx)'), 11, 'neither a page of ours'],
  ['a claim without source', with_('<Claim of="healthy" ends="established">So.</Claim>'), 11, '`source`'],
  ['a fact without source', with_('<Fact>So.</Fact>'), 11, '`source`'],
  ['a claim of nothing', claim(''), 11, 'claims nothing that can be run'],
  ['a claim of no world', claim('ends="refused"').replace('of="healthy"', 'of="other"'), 11, 'no <World>'],
  ['another ending', claim('ends="timeout"'), 11, 'ends as established, not timeout'],
  ['another rule', claim('rule="sg.no-rule"'), 11, 'not sg.no-rule'],
  [
    'other records',
    claim('records={{ "eni-app": ["REJECT in"] }}'),
    11,
    'eni-app writes ACCEPT in, ACCEPT out',
  ],
  ['an interface that there is not', claim('records={{ "eni-x": [] }}'), 11, 'no interface is `eni-x`'],
  [
    'another field',
    claim('record={{ interface: "eni-app", direction: "in", fields: { dstport: "22" } }}'),
    11,
    'dstport is 443, not 22',
  ],
  ['other rows', claim('query={{ text: "stats count(*) as n", rows: [["0"]] }}'), 11, 'the query answers'],
  ['another analysis', claim('analyzer={{ reachable: false }}'), 11, 'the analyzer finds a path'],
  ['a doubt where there is none', claim('ends="established" inferred'), 11, 'leave `inferred` out'],
  [
    'a change that cannot be made',
    with_(
      '<World id="x" from="web" to="app" port={443} shows={["eni-app"]} after={[{ Service: "ec2", Action: "DeleteRoute", RouteTableId: "rtb-x", DestinationCidrBlock: "0.0.0.0/0" }]} />',
    ),
    11,
    'change 1 cannot be made',
  ],
  ['a trap that is asked and is not', with_('<Ask trap="nowhere" seed="a" />'), 11, 'no trap is `nowhere`'],
];

it.each(BROKEN)('%s', async (_, text, line, reason) => {
  const told = await readLesson('lessons/a/lesson.mdx', text).then(
    () => 'nothing is wrong',
    (error: Error) => error.message,
  );
  expect(told).toContain(reason);
  expect(told).toContain(`content/lessons/a/lesson.mdx:${line}: `);
});

it('something that AWS does not document has to say so', async () => {
  const text = [
    ...FRONT,
    '<World id="out" from="app" to="192.0.2.80" port={443} shows={["eni-app"]} after={[{ Service: "ec2", Action: "DeleteRoute", RouteTableId: "rtb-app", DestinationCidrBlock: "0.0.0.0/0" }]} />',
    '',
    `<Claim of="out" source="${SOURCE}" records={{ "eni-app": ["ACCEPT out"] }}>It is so.</Claim>`,
  ].join('\n');
  await expect(readLesson('lessons/a/lesson.mdx', text)).rejects.toThrow('lesson.mdx:13: the claim hangs on');
  const marked = text.replace('<Claim of', '<Claim inferred of');
  expect([...(await readLesson('lessons/a/lesson.mdx', marked)).claims.values()]).toEqual(['inferred']);
});
