/** Actions from files: a World's Timeline carries them. */
import * as z from 'zod';
import type { Action } from '../actions/action';
import { filterCalls } from './action/filter';
import { flowLogCalls } from './action/flow-log';
import { gatewayCalls } from './action/gateway';
import { networkInterfaceCalls } from './action/network-interface';
import { routeCalls } from './action/route';
import { transitGatewayCalls } from './action/transit-gateway';
import { vpcCalls } from './action/vpc';

export const actionSchema = z.discriminatedUnion('Action', [
  ...routeCalls,
  ...filterCalls,
  ...flowLogCalls,
  ...gatewayCalls,
  ...networkInterfaceCalls,
  ...transitGatewayCalls,
  ...vpcCalls,
]) satisfies z.ZodType<Action>;
