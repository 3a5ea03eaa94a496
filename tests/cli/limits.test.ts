/** What a command reads and how much of it: pipes and devices count as files do, a folder counts as one document. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMAND, emptyFolder, file, flowtrap, folderOf } from '../support/command';
import { pair } from '../support/pair';

const ASKED = ['--from', 'eni-c', '--to', 'eni-s', '--protocol', 'tcp', '--port', '443'];
const TOO_LARGE = /is larger than 64 MB, which is more than this command reads\n$/;
const MB = 1024 * 1024;

describe('the limit of 64 MB', () => {
  it.runIf(existsSync('/dev/zero'))('holds for a device, which has no size', async () => {
    const { code, stderr } = await flowtrap(['probe', '/dev/zero', ...ASKED]);
    expect(code).toBe(2);
    expect(stderr).toMatch(TOO_LARGE);
  });

  it('holds for standard input', async () => {
    const { code, stderr } = await flowtrap(['probe', '-', ...ASKED], ' '.repeat(65 * MB));
    expect(code).toBe(2);
    expect(stderr).toMatch(TOO_LARGE);
  });

  it.runIf(existsSync('/dev/stdin'))('holds for a pipe under the name of a file', () => {
    const read = (document: string) =>
      spawnSync(
        'sh',
        [
          '-c',
          'cat "$1" | "$2" "$3" probe /dev/stdin $4',
          'sh',
          document,
          process.execPath,
          COMMAND,
          ASKED.join(' '),
        ],
        { encoding: 'utf8' },
      );
    expect(read(file(pair()))).toMatchObject({ status: 0, stderr: '' });
    expect(read(file(' '.repeat(65 * MB)))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(TOO_LARGE),
    });
  });

  it('holds for the files of a folder together', async () => {
    const padded = { Tags: ' '.repeat(33 * MB) };
    const { code, stderr } = await flowtrap([
      'probe',
      folderOf({ 'Vpcs.json': padded, 'Subnets.json': padded }),
      ...ASKED,
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(TOO_LARGE);
  });
});

describe('what a command says about its input', () => {
  it('names itself also for a folder', async () => {
    const { stderr } = await flowtrap(['probe', emptyFolder, ...ASKED]);
    expect(stderr).toMatch(/^flowtrap probe: `.*` is a folder without \.json files\n$/);
  });

  it('says that issues may go on behind the hundredth', async () => {
    const document = { Vpcs: Array.from({ length: 500 }, () => ({ VpcId: 7 })) };
    const { stderr } = await flowtrap(['probe', file(document), ...ASKED]);
    expect(stderr).toMatch(/^flowtrap probe: the first 100 issues in `/);
  });

  it('answers nothing with the usage, where errors go', async () => {
    const { code, stdout, stderr } = await flowtrap([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('flowtrap simulate WORLD.json');
    expect(await flowtrap(['--help'])).toMatchObject({ code: 0, stderr: '', stdout: stderr });
  });

  it('says why a Snapshot alone leaves no log', async () => {
    const { Snapshot } = pair();
    const { code, stdout, stderr } = await flowtrap(['simulate', file(Snapshot)]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/has no Traffic, so there is nothing to log\n$/);
  });
});

describe('an option that stands twice', () => {
  it('adds up where several make sense', async () => {
    const ids = async (...interfaces: readonly string[]): Promise<readonly string[]> => {
      const args = interfaces.flatMap((id) => ['--interface', id]);
      const { stdout } = await flowtrap(['simulate', file(pair()), ...args, '--format', '${interface-id}']);
      return [...new Set(stdout.trim().split('\n'))].sort();
    };
    expect(await ids('eni-s')).toEqual(['eni-s']);
    expect(await ids('eni-s', 'eni-c')).toEqual(['eni-c', 'eni-s']);
  });

  it.each([
    ['simulate', ['--format', '${version}', '--format', '${action}'], '--format'],
    ['probe', [...ASKED, '--port', '80'], '--port'],
    ['probe', [...ASKED, '--from=eni-s'], '--from'],
  ])('is refused elsewhere: %s %j', async (command, args, option) => {
    const { code, stdout, stderr } = await flowtrap([command, file(pair()), ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(`flowtrap ${command}: \`${option}\` stands twice\n`);
  });
});
