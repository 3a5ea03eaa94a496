/** Calls about network interfaces. */
import * as z from 'zod';
import { call, idParameter, ids } from './call';

export const networkInterfaceCalls = [
  call('ModifyNetworkInterfaceAttribute', {
    NetworkInterfaceId: idParameter,
    Groups: ids.optional(),
    SourceDestCheck: z.strictObject({ Value: z.boolean() }).optional(),
  }),
] as const;
