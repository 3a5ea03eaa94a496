/** What stands in the way of packets, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { COMPONENT_CODES } from './not-reachable/component';
import { GATEWAY_CODES } from './not-reachable/gateway';
import { INTERFACE_CODES } from './not-reachable/interface';
import { INTERNET_GATEWAY_CODES } from './not-reachable/internet-gateway';
import { LOAD_BALANCER_CODES } from './not-reachable/load-balancer';
import { ROUTE_CODES } from './not-reachable/route';
import { TRANSIT_GATEWAY_CODES } from './not-reachable/transit-gateway';

export const NOT_REACHABLE_CODES = {
  ...INTERFACE_CODES,
  ...ROUTE_CODES,
  ...COMPONENT_CODES,
  ...INTERNET_GATEWAY_CODES,
  ...GATEWAY_CODES,
  ...TRANSIT_GATEWAY_CODES,
  ...LOAD_BALANCER_CODES,
};
