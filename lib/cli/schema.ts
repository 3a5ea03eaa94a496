/** `flowtrap schema`: the JSON Schema of a document, from the schemas that check it. */
import * as z from 'zod';
import { snapshotSchema } from '@/lib/core/ec2/schema/snapshot';
import { worldFrameSchema } from '@/lib/core/simulate/schema';
import { CliError } from './cli-error';

export function runSchema([name, ...more]: readonly string[]): string {
  if (more.length > 0 || (name !== 'world' && name !== 'snapshot')) {
    throw new CliError('flowtrap schema: which document? world or snapshot');
  }
  const schema = name === 'snapshot' ? snapshotSchema : worldFrameSchema.extend({ Snapshot: snapshotSchema });
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`;
}
