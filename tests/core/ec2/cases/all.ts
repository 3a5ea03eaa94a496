/** The cases of every noun in one list. */
import type { Line, Refused } from '../../../support/calls';
import * as filter from './filter';
import * as flowLog from './flow-log';
import * as gateway from './gateway';
import * as networkInterface from './network-interface';
import * as route from './route';
import * as transitGateway from './transit-gateway';
import * as vpc from './vpc';
import * as vpcEndpoint from './vpc-endpoint';
import * as vpn from './vpn';

const NOUNS = [filter, flowLog, gateway, networkInterface, route, transitGateway, vpc, vpcEndpoint, vpn];

export const ALL_REFUSED: readonly Refused[] = NOUNS.flatMap(({ REFUSED }) => REFUSED);
export const ALL_LINES: readonly Line[] = NOUNS.flatMap(({ LINES }) => LINES);
