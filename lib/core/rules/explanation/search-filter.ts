/** Filters of the question that no path can meet, by AWS's code. https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html */
import { code } from './code';

export const SEARCH_FILTER_CODES = {
  COMPONENT_FILTER_RESTRICTION: code(
    'filter',
    'Component',
    'No path goes through the component that the request insists on.',
  ),
  COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT: code(
    'filter',
    'Component',
    'No path goes through the component because an intermediate-component filter took it out.',
  ),
  FILTER_AT_SOURCE_DESTINATION_ADDRESS: code(
    'filter',
    'Component PacketField Addresses',
    'No path satisfies the destination address asked for in the header filter at the source end.',
  ),
  FILTER_AT_SOURCE_DESTINATION_PORT_RANGE: code(
    'filter',
    'Component PacketField PortRanges',
    'No path satisfies the destination port range asked for in the header filter at the source end.',
  ),
  FILTER_AT_SOURCE_PROTOCOL: code(
    'filter',
    'Component PacketField Protocols',
    'No path satisfies the protocol asked for in the header filter at the source end.',
  ),
  FILTER_AT_SOURCE_SOURCE_ADDRESS: code(
    'filter',
    'Component PacketField Addresses',
    'No path satisfies the source address asked for in the header filter at the source end.',
  ),
  FILTER_AT_SOURCE_SOURCE_PORT_RANGE: code(
    'filter',
    'Component PacketField PortRanges',
    'No path satisfies the source port range asked for in the header filter at the source end.',
  ),
  FILTER_AT_DESTINATION_DESTINATION_ADDRESS: code(
    'filter',
    'Component PacketField Addresses',
    'No path satisfies the destination address asked for in the header filter at the destination end.',
  ),
  FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE: code(
    'filter',
    'Component PacketField PortRanges',
    'No path satisfies the destination port range asked for in the header filter at the destination end.',
  ),
  FILTER_AT_DESTINATION_PROTOCOL: code(
    'filter',
    'Component PacketField Protocols',
    'No path satisfies the protocol asked for in the header filter at the destination end.',
  ),
  FILTER_AT_DESTINATION_SOURCE_ADDRESS: code(
    'filter',
    'Component PacketField Addresses',
    'No path satisfies the source address asked for in the header filter at the destination end.',
  ),
  FILTER_AT_DESTINATION_SOURCE_PORT_RANGE: code(
    'filter',
    'Component PacketField PortRanges',
    'No path satisfies the source port range asked for in the header filter at the destination end.',
  ),
  IGW_EXPECTS_PUBLIC_ADDRESS: code(
    'filter',
    'InternetGateway Address PacketField',
    'A header filter names a non-public address at an internet gateway end, where only public addresses make sense.',
  ),
};
