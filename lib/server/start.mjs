/** `npm start`: builds if the build is missing or stale, then serves the trainer, on this machine alone by default. */
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { build, buildState } from './build.mjs';
import { runNext } from './next.mjs';
import { accepts, whyNotListen } from './port.mjs';

const USAGE = 'Usage: npm start -- [--port 3000] [--host 127.0.0.1]';
/** Next's own banner: it names its version and addresses, we say one line instead. */
const BANNER =
  /^\s*(▲ Next\.js.*|- (Local|Network|Environments?):.*|✓ (Starting|Ready|Running next\.config).*)?\s*$/;

async function main() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 12)) {
    return refuse(`Flowtrap needs Node 20.12 or newer; this is Node ${process.versions.node}.`);
  }
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') return refuse(options);
  const { host, port } = options;

  const obstacle = await whyNotListen(host, port);
  if (obstacle) return refuse(obstacle);

  const code = await buildIfNeeded();
  return code === 0 ? serve(host, port) : code;
}

/** @returns `{ host, port }`, or a sentence about what is wrong with them */
function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: { port: { type: 'string' }, host: { type: 'string' } } }));
  } catch (error) {
    return `${error.message}. ${USAGE}`;
  }
  const port = values.port ?? (process.env.PORT || '3000');
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    return `\`${port}\` is not a port between 1 and 65535. ${USAGE}`;
  }
  return { host: values.host ?? '127.0.0.1', port: Number(port) };
}

async function buildIfNeeded() {
  const state = buildState();
  if (state === 'current') return 0;
  const why = state === 'missing' ? 'first start' : 'something changed since the last build';
  console.log(`Building Flowtrap (${why}, about half a minute)…`);
  let printed = '';
  const code = await build((text) => {
    printed += text;
  });
  // A code above 128 is a signal: somebody pressed Ctrl-C and knows why.
  if (code !== 0 && code <= 128) console.error(`${printed}\nThe build failed; what it printed stands above.`);
  return code;
}

async function serve(host, port) {
  const server = runNext(['start', '-H', host, '-p', String(port)], (text) => {
    const lines = text.split('\n').filter((line) => !BANNER.test(stripVTControlCharacters(line)));
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  });
  let running = true;
  server.ended.finally(() => {
    running = false;
  });

  const everywhere = host === '0.0.0.0' || host === '::';
  while (running && !(await accepts(everywhere ? '127.0.0.1' : host, port))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (running) console.log(`Flowtrap is ready: http://${shownName(host)}:${port}`);
  return server.ended;
}

function shownName(host) {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function refuse(sentence) {
  console.error(sentence);
  return 1;
}

process.exitCode = await main();
