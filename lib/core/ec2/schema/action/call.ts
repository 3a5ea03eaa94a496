/** What the schemas of all API calls are made of. */
import * as z from 'zod';

/** An id, or the name of what an earlier call of the same list made. */
export const idParameter = z.union([z.string(), z.strictObject({ Ref: z.string() })]);
export const ids = z.array(idParameter);
export const text = z.string();
export const texts = z.array(z.string());
export const whole = z.number().int();
export const onOff = z.enum(['enable', 'disable']);

/** No parameter that we do not replay passes: a call that does less than it says would be a lie. */
export const call = <const N extends string, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.strictObject({ Service: z.literal('ec2'), Action: z.literal(name), As: text.optional(), ...shape });
