/** Is a port free for us? Asked before the long work, so that a taken port is one sentence and not a stack trace. */
import { connect, createServer } from 'node:net';

const LOOPBACK = ['127.0.0.1', '::1'];

/** Why we cannot listen there, as a sentence; `undefined` if we can. */
export async function whyNotListen(host, port) {
  // `localhost` is tried as ::1 first on many machines: somebody else there would get our visitors.
  const answered = await Promise.all(LOOPBACK.map((address) => accepts(address, port)));
  if (answered.includes(true)) {
    return `Port ${port} is taken by another program. Stop it, or choose another port: npm start -- --port ${port + 1}`;
  }
  const code = await tryToListen(host, port);
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`;
  if (code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one above 1023: npm start -- --port 3000`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host} to listen on.`;
  return code && `Cannot listen on ${host}, port ${port} (${code}).`;
}

/** Does anything accept connections there? */
export function accepts(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}

/** The error's code, or `undefined` if listening works. */
function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code ?? error.message));
    server.listen({ host, port }, () => server.close(() => resolve(undefined)));
  });
}
