/** Whether an attempt got what it came for. */
import { works } from '../../simulate/outcome';
import type { Probe } from '../../simulate/probe';

/** Something came back that was asked for; an endpoint's policy may still have said no to the call. */
export function passes({ connection, policy }: Probe): boolean {
  return works(connection) && policy?.allowed !== false;
}
